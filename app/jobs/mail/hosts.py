"""Which hosts are this machine. Names only: where a connection really leads is checked when it is open."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Whether `host` names this machine. `localhost` counts; that it leads here is checked again when connected."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
