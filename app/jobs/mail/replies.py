"""What an answer of a mail server means: (phase, code, enhanced code, words) → failure code, as one ordered table.

Owns: the table and the sentences around the server's own words. Must not know: sockets, jobs. Sources: RFC 5321 §4.2,
RFC 3463, RFC 4954, and what Gmail, Microsoft 365 and Postfix were seen to answer. The first rule that fits decides.
"""

import re
from dataclasses import dataclass

from app.core.failures import Failure
from app.jobs.mail.wire import OPENING, Broken, NoSignIn, Phase, Refused, Reply, Unsafe

AUTH_WAIT = 900.0  # seconds; servers that count sign-ins lock out who comes back sooner
RATE_WAIT = 60.0
QUOTA_WAIT = 3600.0  # a rolling day opens bit by bit: look once an hour

P = Phase
_ANY = frozenset(Phase)
_MESSAGE = frozenset({P.MAIL, P.RCPT, P.DATA, P.BODY, P.DOT, P.RESET})
_CONTENT = frozenset({P.DATA, P.BODY, P.DOT})


@dataclass(frozen=True, slots=True)
class Rule:
    """Fits when the phase is one of `phases` and each pattern that is given matches (`code` and `enhanced` in full,
    `words` anywhere)."""

    result: str
    phases: frozenset[Phase]
    code: str = ""
    enhanced: str = ""
    words: str = ""
    wait: float | None = None  # seconds to wait at least, where the class alone does not say

    def fits(self, phase: Phase, reply: Reply) -> bool:
        return (
            phase in self.phases
            and (not self.code or re.fullmatch(self.code, str(reply.code)) is not None)
            and (not self.enhanced or re.fullmatch(self.enhanced, reply.enhanced) is not None)
            and (not self.words or re.search(self.words, reply.words, re.IGNORECASE) is not None)
        )


_RATE_WORDS = (
    r"rate.?limit|too many (connections|messages|e-?mails|recipients this)|throttl|frequency limited"
    r"|(sending|submission) (rate|limit)|limit exceeded.*try again"
)

RULES: tuple[Rule, ...] = (
    # Opening the connection: never this row's fault.
    Rule("AUTH_TEMP", frozenset({P.AUTH}), r"4..", wait=AUTH_WAIT),
    Rule("AUTH_REJECTED", frozenset({P.AUTH})),
    Rule("TLS_UNAVAILABLE", frozenset({P.STARTTLS})),
    Rule("AUTH_REJECTED", frozenset({P.EHLO, P.BANNER}), r"53[058]"),
    Rule("NET_OFFLINE", OPENING),
    # The server wants a sign-in first, or another one.
    Rule("AUTH_REJECTED", _MESSAGE, r"53[0458]"),
    Rule("AUTH_REJECTED", frozenset({P.MAIL}), r"55.", r"5\.7\.(8|139)"),
    # This From address, whoever the message is for; Microsoft 365 says so only after the dot.
    Rule("SENDER_REFUSED", _MESSAGE, enhanced=r"5\.7\.60|5\.2\.252"),
    # Limits of the account.
    Rule("QUOTA_DAY", _MESSAGE, enhanced=r"5\.4\.5|5\.1\.90", wait=QUOTA_WAIT),
    Rule("QUOTA_DAY", _MESSAGE, words=r"\bdaily\b.{0,40}\b(limit|quota)|\bper day\b", wait=QUOTA_WAIT),
    Rule("RCPT_TEMP", frozenset({P.RCPT, P.DATA, P.DOT}), r"4(?!21)..", words=r"gr[ae]y.?list"),
    Rule("RATE_LIMIT", _MESSAGE, r"421", wait=RATE_WAIT),
    Rule("RATE_LIMIT", _MESSAGE, r"4..", r"4\.7\.\d+", wait=RATE_WAIT),
    Rule("RATE_LIMIT", _MESSAGE, words=_RATE_WORDS, wait=RATE_WAIT),
    # The message as such.
    Rule("MSG_TOO_BIG", _MESSAGE, r"55.", r"5\.(3\.4|2\.3)"),
    Rule("MBOX_FULL", frozenset({P.RCPT, P.DATA, P.DOT}), r"[45]..", r"[45]\.2\.2"),
    Rule("MSG_TOO_BIG", frozenset({P.MAIL, P.DATA, P.DOT}), r"552"),
    # MAIL.
    Rule("SRV_TEMP", frozenset({P.MAIL, P.RESET}), r"4.."),
    Rule("SENDER_REFUSED", frozenset({P.MAIL})),
    # RCPT. RFC 5321 §4.5.3.1.10: 552 for "too many recipients" is meant as 452.
    Rule("RCPT_TEMP", frozenset({P.RCPT}), r"4..|552"),
    Rule("POLICY", frozenset({P.RCPT}), r"5..", r"5\.7\.\d+"),
    Rule("RCPT_PERM", frozenset({P.RCPT}), r"5.."),
    # DATA and the dot: not taken.
    Rule("SRV_TEMP", _CONTENT, r"4.."),
    Rule("POLICY", _CONTENT, r"5..", r"5\.7\.\d+"),
    Rule("RCPT_PERM", _CONTENT, r"55.", r"5\.1\.\d+"),
    Rule("SRV_PERM", _CONTENT, r"5.."),
    Rule("SRV_TEMP", _ANY),  # a 2xx or 3xx where none belongs
)

_AGAIN = re.compile(
    r"(?:try again|retry|again|come back|wait|after|in)\D{0,24}?(\d{1,6})\s*"
    r"(s\b|sec|m\b|min|h\b|hour)",
    re.IGNORECASE,
)
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0}


def code_of(phase: Phase, reply: Reply) -> str:
    """The failure code of an answer."""
    return _rule(phase, reply).result


def retry_after(phase: Phase, reply: Reply) -> float | None:
    """Seconds to wait before the next try, when the server or the rule names them."""
    wait = _rule(phase, reply).wait
    match = _AGAIN.search(reply.words) if reply.code // 100 == 4 or wait is not None else None
    if match:
        asked = min(float(match.group(1)) * _UNITS[match.group(2)[0].lower()], 86400.0)
        return max(asked, wait or 0.0)
    return wait


def _rule(phase: Phase, reply: Reply) -> Rule:
    return next(rule for rule in RULES if rule.fits(phase, reply))


def failure_of(trouble: Refused | Broken | Unsafe | NoSignIn, host: str) -> Failure:
    """The failure of a conversation with `host`: what happened, and the server's own words."""
    if isinstance(trouble, Refused):
        return _refused(trouble, host)
    if isinstance(trouble, Unsafe):
        if trouble.verify:
            message = f"The certificate of {host} cannot be verified: {trouble.why}. Nothing was sent."
            return Failure("TLS_VERIFY", message)
        return Failure("TLS_UNAVAILABLE", f"There is no safe connection to {host}: {trouble.why}. Nothing was sent.")
    if isinstance(trouble, NoSignIn):
        code = "SECRET_MISSING" if trouble.secret_missing else "AUTH_REJECTED"
        return Failure(code, f"Cannot sign in to {host}: {trouble.why}.")
    if trouble.phase in OPENING:
        return Failure("NET_OFFLINE", f"{host} cannot be reached ({trouble.phase}): {trouble.why}.")
    if trouble.phase is Phase.DOT:
        message = f"The message left, and the answer of {host} did not come: {trouble.why}. It may have arrived."
        return Failure("UNCERTAIN", message)
    return Failure(
        "NET_LOST", f"The connection to {host} broke before the message left: {trouble.why}.", str(trouble.phase)
    )


def _refused(trouble: Refused, host: str) -> Failure:
    phase, reply = trouble.phase, trouble.reply
    code = code_of(phase, reply)
    whom = f" {trouble.address}" if trouble.address else _OBJECTS.get(phase, "")
    verb = "put off" if reply.code // 100 == 4 else "refused"
    return Failure(
        code,
        f"{host} {verb}{whom}: {reply}",
        f"{phase} {reply.code} {reply.enhanced}".strip(),
        retry_after(phase, reply),
    )


_OBJECTS = {
    P.BANNER: " the connection",
    P.EHLO: " the greeting",
    P.STARTTLS: " encryption",
    P.AUTH: " the sign-in",
    P.MAIL: " the sender",
    P.DATA: " the message",
    P.BODY: " the message",
    P.DOT: " the message",
    P.RESET: " to start over",
}
