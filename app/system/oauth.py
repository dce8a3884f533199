"""Signing in to Microsoft's mail with a browser (OAuth 2.0 device code, RFC 8628), by msal.

Owns: the code for a person, the access tokens of this run, when they are renewed, the words for what Microsoft refuses.
Must not know: SMTP, widgets. Only the refresh token outlives a call, and only in `secrets.py`. Every method may wait
for the network: never call one on the window's thread or on a lane's loop.

There is no application of ours at Microsoft: whoever uses this brings the ID of one that their organisation registered
(account key `oauth_client_id`).
"""

import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from app.jobs.base import JobError
from app.jobs.mail.account import Account
from app.system.secrets import Secrets

if TYPE_CHECKING:
    import msal  # type: ignore[import-untyped]
    import requests

T = TypeVar("T")
AUTHORITY = "https://login.microsoftonline.com"
ANY_TENANT = "common"
SEND = "https://outlook.office.com/SMTP.Send"
LOOK = "https://outlook.office.com/IMAP.AccessAsUser.All"
MARGIN = 300.0  # seconds before its end at which an access token counts as used up: a message may take that long
ANSWER = 30.0  # seconds that an answer of the server may take
SLOWER = 5.0  # RFC 8628 §3.5: how much slower to ask after "slow_down"

# What Microsoft's numbers mean for a person (https://learn.microsoft.com/entra/identity-platform/reference-error-codes).
_WORDS: dict[int, str] = {
    65001: "The organisation's administrator must allow this application first (admin consent).",
    90094: "The organisation's administrator must allow this application first (admin consent).",
    53003: "A rule of the organisation (conditional access) does not allow this sign-in. Ask its administrator.",
    530032: "A rule of the organisation (conditional access) does not allow this sign-in. Ask its administrator.",
    50105: "The organisation's administrator must assign this application to the user first.",
    50034: "The organisation has no such user. Check the address and the organisation.",
    50020: "This user belongs to another organisation. Check the address and the organisation.",
    50057: "The user account is turned off. Ask the organisation's administrator.",
    50076: "Microsoft asks for a second proof of who you are. Sign in again.",
    50079: "Microsoft asks for a second proof of who you are. Sign in again.",
    50173: "The password was changed, which ended the sign-in. Sign in again.",
    70008: "The sign-in has ended because it was not used for a long time. Sign in again.",
    700082: "The sign-in has ended because it was not used for a long time. Sign in again.",
    70000: "The sign-in is not good any more. Sign in again.",
    70043: "A rule of the organisation ended the sign-in. Sign in again.",
    700016: "The organisation does not know this application ID. Check the ID and the organisation.",
    7000218: "This application may not sign in with a code: its registration must allow public client flows.",
    90002: "There is no such organisation. Check its name.",
    900971: "The registration of this application is not complete. Ask who registered it.",
}
_BY_NAME: dict[str, str] = {
    "authorization_declined": "The sign-in was declined in the browser. Start again to sign in.",
    "access_denied": "The sign-in was declined in the browser. Start again to sign in.",
    "expired_token": "The code was not used in time. Start again to get another one.",
    "code_expired": "The code was not used in time. Start again to get another one.",
    "bad_verification_code": "The code is not known any more. Start again to get another one.",
}


class SignInError(Exception):
    """A sign-in that cannot begin or go on; the message is for a person and says what to do."""


@dataclass(frozen=True, slots=True)
class Code:
    """What a person types in at `page`. `ends`: when it stops to work, seconds since 1970. `flow` is msal's."""

    code: str
    page: str
    ends: float
    flow: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Access:
    token: str
    ends: float


class Microsoft:
    """The sign-ins of all accounts of the type "oauth2". Safe to call from several threads.

    `authority`, `ca_file`: another server (and who vouches for it). `now`: seconds since 1970. `wait(event, seconds)`
    returns whether the event was set.
    """

    def __init__(
        self,
        secrets: Secrets,
        authority: str = AUTHORITY,
        ca_file: str | None = None,
        now: Callable[[], float] = time.time,
        wait: Callable[[threading.Event, float], bool] = threading.Event.wait,
    ) -> None:
        self._secrets, self._authority, self._ca_file = secrets, authority, ca_file
        self._now, self._wait = now, wait
        self._access: dict[str, _Access] = {}
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def begin(self, account: Account) -> Code:
        """Ask for a code. Raises SignInError."""
        flow = self._ask(lambda: self._application(account).initiate_device_flow(scopes=_scopes(account)))
        if "user_code" not in flow:
            raise SignInError(_refusal(flow))
        ends = self._now() + float(flow.get("expires_in", 900))
        return Code(str(flow["user_code"]), str(flow.get("verification_uri", "")), ends, flow)

    def finish(self, account: Account, code: Code, stop: threading.Event) -> bool:
        """Wait until the code was used and keep the sign-in; False when `stop` was set before. Raises SignInError."""
        # msal keeps its pace in the flow and sleeps where nobody can stop it: it gets a copy each time, and we wait.
        application, interval = self._application(account), float(code.flow.get("interval", 5))
        while not self._wait(stop, interval):
            if self._now() >= code.ends:
                raise SignInError(_BY_NAME["expired_token"])
            answer = self._ask(lambda: application.acquire_token_by_device_flow(dict(code.flow), exit_condition=_once))
            if "access_token" in answer:
                self._keep(account, answer)
                return True
            if answer.get("error") == "slow_down":
                interval += SLOWER
            elif answer.get("error") != "authorization_pending":
                raise SignInError(_refusal(answer))
        return False

    def access(self, account: Account) -> str:
        """An access token that works for some minutes more, renewed when the last one is about to end.

        Raises JobError: SECRET_MISSING (nobody signed in), AUTH_REJECTED (a person must act), NET_OFFLINE.
        """
        with self._locks[account.name]:  # connections that begin together renew it once
            known = self._access.get(account.name)
            if known is not None and known.ends - MARGIN > self._now():
                return known.token
            refresh = self._secrets.token(account.name)
            if refresh is None:
                words = f"{account.user} is not signed in at Microsoft. Sign in at the account's settings."
                raise JobError("SECRET_MISSING", words)
            try:
                answer = self._ask(
                    lambda: self._application(account).acquire_token_by_refresh_token(refresh, _scopes(account))
                )
            except _Unreachable as error:
                raise JobError("NET_OFFLINE", str(error)) from error
            except SignInError as error:
                raise JobError("AUTH_REJECTED", str(error)) from error
            if "access_token" not in answer:
                raise JobError("AUTH_REJECTED", f"Microsoft did not accept the sign-in. {_refusal(answer)}")
            return self._keep(account, answer)

    def forget(self, account: str) -> None:
        """Drop the access token of `account` (the refresh token is `Secrets.forget`'s)."""
        self._access.pop(account, None)

    def _keep(self, account: Account, answer: dict[str, Any]) -> str:
        """Keep what came; the access token."""
        token = str(answer["access_token"])
        self._secrets.remember(f"access {account.name}", token)  # so that no log line can tell it
        self._access[account.name] = _Access(token, self._now() + float(answer.get("expires_in", 3600)))
        refresh = answer.get("refresh_token")
        if refresh and refresh != self._secrets.token(account.name):  # Microsoft gives a new one each time
            self._secrets.store_token(account.name, str(refresh))
        return token

    def _application(self, account: Account) -> "msal.PublicClientApplication":
        import msal

        if not account.oauth_client_id:
            raise SignInError(
                "A sign-in at Microsoft needs the ID of an application. Your administrator registers one "
                "in the Entra admin center (public client, permission SMTP.Send) and gives you its ID."
            )
        tenant = account.oauth_tenant or ANY_TENANT
        return self._ask(
            lambda: msal.PublicClientApplication(
                account.oauth_client_id,
                authority=f"{self._authority}/{tenant}",
                http_client=_http(self._ca_file),
                instance_discovery=False,  # the server is named here, nobody has to vouch for its name
            )
        )

    @staticmethod
    def _ask(call: Callable[[], T]) -> T:
        """`call()`, with everything that the network and an odd answer can raise as SignInError."""
        import requests

        try:
            return call()
        except requests.exceptions.SSLError as error:
            raise SignInError("The certificate of Microsoft's sign-in cannot be verified. Nothing was sent.") from error
        except requests.RequestException as error:
            words = f"Microsoft's sign-in cannot be reached ({type(error).__name__}). Nothing was sent."
            raise _Unreachable(words) from error
        except (ValueError, KeyError, TypeError, RuntimeError) as error:
            words = "Microsoft's sign-in gave an answer that cannot be used. Check the organisation, then try again."
            raise SignInError(words) from error


class _Unreachable(SignInError):
    """The network, not Microsoft: it is tried again."""


def _once(_flow: dict[str, Any]) -> bool:
    return True


def _scopes(account: Account) -> list[str]:
    return [SEND, LOOK] if account.imap_host else [SEND]


def _refusal(answer: dict[str, Any]) -> str:
    """What a refusal means, and Microsoft's own words without numbers that only its support can use."""
    for number in answer.get("error_codes") or ():
        if number in _WORDS:
            return f"{_WORDS[number]} (AADSTS{number})"
    name = str(answer.get("error", ""))
    if name in _BY_NAME:
        return _BY_NAME[name]
    said = str(answer.get("error_description") or name or "no reason was given").splitlines()[0]
    return f"Microsoft says: {said.partition(' Trace ID:')[0][:300]}"


def _http(ca_file: str | None) -> "requests.Session":
    """HTTP over the same verified TLS as the mail itself, with an end to every wait."""
    import requests
    from requests.adapters import HTTPAdapter

    from app.jobs.mail.tls import client_context

    class Adapter(HTTPAdapter):
        """Uses our TLS context."""

        def init_poolmanager(self, *args: Any, **more: Any) -> None:
            super().init_poolmanager(*args, ssl_context=client_context(ca_file), **more)

        def send(self, *args: Any, **more: Any) -> Any:
            more["timeout"] = more.get("timeout") or ANSWER
            return super().send(*args, **more)

    session = requests.Session()
    session.mount("https://", Adapter())
    return session
