"""How an account shows who it is: the words of PLAIN (RFC 4616), LOGIN and XOAUTH2, for SMTP and IMAP alike.

Owns: the choice of a mechanism and what is said. Must not know: sockets, where secrets come from.
"""

import base64
from collections.abc import Sequence

from app.jobs.mail.account import Account, Auth
from app.jobs.mail.wire import NoSignIn


def choose(account: Account, secret: str | None, offered: Sequence[str]) -> str:
    """The mechanism for `account`: "XOAUTH2" with a token, else "PLAIN" or "LOGIN". Raises NoSignIn."""
    if not secret:
        what = "token" if account.auth is Auth.OAUTH2 else "password"
        raise NoSignIn(f"no {what} is stored for {account.user}", secret_missing=True)
    wanted = ("XOAUTH2",) if account.auth is Auth.OAUTH2 else ("PLAIN", "LOGIN")
    for mechanism in wanted:
        if mechanism in offered:
            return mechanism
    known = ", ".join(offered) or "none"
    how = "in the browser's way" if account.auth is Auth.OAUTH2 else "with a password"
    raise NoSignIn(f"the server offers no way to sign in {how} (it offers: {known})", secret_missing=False)


def plain(user: str, secret: str) -> str:
    """What PLAIN sends."""
    return f"\0{user}\0{secret}"


def xoauth2(user: str, token: str) -> str:
    """What XOAUTH2 sends. Source: the mechanism's description by Google, which Microsoft follows."""
    return f"user={user}\x01auth=Bearer {token}\x01\x01"


def encoded(text: str) -> str:
    """Base64, as every mechanism wants its words."""
    return base64.b64encode(text.encode("utf-8")).decode("ascii")


def without(text: str, user: str, secret: str) -> str:
    """A server's `text` without the secret, should it repeat what it was told."""
    for form in (encoded(plain(user, secret)), encoded(xoauth2(user, secret)), encoded(secret), secret):
        text = text.replace(form, "•••")
    return text
