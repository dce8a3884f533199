"""Limits to begin with, by the name of the server."""

import pytest

from app.jobs.mail import presets
from app.jobs.mail.hosts import is_loopback
from app.jobs.mail.presets import for_host


@pytest.mark.parametrize(
    ("host", "provider", "per_minute", "per_day", "connections"),
    [
        ("smtp.gmail.com", "Gmail", 20, 400, 1),
        ("SMTP.GMail.com.", "Gmail", 20, 400, 1),
        ("smtp.office365.com", "Microsoft 365", 25, 8000, 2),
        ("smtp-relay.gmail.com", "Google Workspace", 30, 1500, 1),
        ("smtp.mail.me.com", "iCloud Mail", 20, 800, 1),
        ("mail.example.org", "Mail server", 30, None, 1),
        ("gmail.com.example.org", "Mail server", 30, None, 1),
    ],
)
def test_a_provider_is_known_by_its_server(
    host: str, provider: str, per_minute: int, per_day: int | None, connections: int
) -> None:
    preset = for_host(host)
    assert (preset.provider, preset.per_minute, preset.per_day, preset.connections) == (
        provider,
        per_minute,
        per_day,
        connections,
    )


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "[::1]"])
def test_this_computer_has_no_limits(host: str) -> None:
    assert is_loopback(host)
    preset = for_host(host)
    assert (preset.per_minute, preset.per_hour, preset.per_day, preset.connections) == (None, None, None, 4)


def test_whoever_publishes_a_number_is_dated_and_every_remote_server_is_limited() -> None:
    for hosts, preset in presets._TABLE:
        assert all(host == host.lower() and not is_loopback(host) for host in hosts)
        assert preset.per_minute is not None and preset.connections >= 1
        assert bool(preset.dated) == (preset.note != presets._UNNAMED)
