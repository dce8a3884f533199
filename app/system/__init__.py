"""What the computer and its user give: folders, settings, recipes kept, mail accounts, secrets, logs, resources."""
