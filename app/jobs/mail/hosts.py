"""What is known of a mail server by its name. Where a connection really leads is checked when it is open."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Whether `host` names this machine. `localhost` counts; that it leads here is checked again when connected."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


# They file what they send by themselves; a copy of ours would be a second one.
_FILE_THEMSELVES = ("gmail.com", "googlemail.com", "office365.com", "outlook.com")


def files_sent(host: str) -> bool:
    """Whether the mail server `host` (for sending or for IMAP) files sent messages by itself."""
    return f".{host.lower().rstrip('.')}".endswith(tuple(f".{domain}" for domain in _FILE_THEMSELVES))
