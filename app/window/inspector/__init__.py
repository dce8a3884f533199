"""The inspector: everything about the selected file, at the right of the queue."""
