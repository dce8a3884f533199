"""What mail providers let an account send, by the name of their server: limits to begin with, all of them editable.

Owns: the table. Must not know: accounts, how limits are kept to. The numbers stand at about 80 % of what the provider
publishes, because others send from the same account, too; `dated` says when they were looked up.
"""

from dataclasses import dataclass

from app.jobs.mail.hosts import is_loopback


@dataclass(frozen=True, slots=True)
class Preset:
    """Limits of one provider, counted in recipients: in a minute, in any 60 minutes, in any 24 hours; None = none.
    `connections`: at once. `note`: what the provider says, for a person; "" when there is nothing to say.
    `dated`: year and month in which the numbers were looked up, "" when nobody publishes any."""

    per_minute: int | None
    per_hour: int | None
    per_day: int | None
    connections: int
    provider: str
    note: str = ""
    dated: str = ""


_GMAIL = "Gmail lets an account write to 500 people a day, Google Workspace to 2,000."
_WORKSPACE = "Google Workspace lets a user send 2,000 messages a day."
_OFFICE = "Microsoft 365 takes 30 messages a minute, to 10,000 people a day."
_OUTLOOK = "Outlook.com names no number for free accounts, about 300 people a day; subscribers may write to 5,000."
_ICLOUD = "iCloud Mail lets an account write to 1,000 people a day."
_YAHOO = "Yahoo Mail lets an account write to 500 people a day."
_UNNAMED = "This provider names no number. These are cautious ones."

_TABLE: tuple[tuple[tuple[str, ...], Preset], ...] = (
    (("smtp.gmail.com", "smtp.googlemail.com"), Preset(20, None, 400, 1, "Gmail", _GMAIL, "2026-11")),
    (("smtp-relay.gmail.com",), Preset(30, None, 1500, 1, "Google Workspace", _WORKSPACE, "2026-11")),
    (("smtp.office365.com",), Preset(25, None, 8000, 2, "Microsoft 365", _OFFICE, "2026-11")),
    (("smtp-mail.outlook.com",), Preset(20, None, 240, 1, "Outlook.com", _OUTLOOK, "2026-11")),
    (("smtp.mail.me.com",), Preset(20, None, 800, 1, "iCloud Mail", _ICLOUD, "2026-11")),
    (("smtp.mail.yahoo.com", "smtp.mail.yahoo.co.uk", "smtp.mail.yahoo.co.jp", "smtp.aol.com"),
     Preset(20, None, 400, 1, "Yahoo Mail", _YAHOO, "2026-11")),
    (("smtp.fastmail.com", "smtp.messagingengine.com"), Preset(30, 300, None, 1, "Fastmail", _UNNAMED)),
    (("mail.gmx.net", "mail.gmx.com", "smtp.gmx.com"), Preset(20, 100, 400, 1, "GMX", _UNNAMED)),
    (("smtp.web.de",), Preset(20, 100, 400, 1, "WEB.DE", _UNNAMED)),
)  # fmt: skip

LOOPBACK = Preset(None, None, None, 4, "This computer")
OTHER = Preset(30, 300, None, 1, "Mail server")

_BY_HOST = {host: preset for hosts, preset in _TABLE for host in hosts}


def for_host(host: str) -> Preset:
    """The preset of the server `host`: of its provider, of this computer (no limits), or a cautious one."""
    if is_loopback(host):
        return LOOPBACK
    return _BY_HOST.get(host.lower().rstrip("."), OTHER)
