"""What an answer of a mail server means: (phase, code, enhanced code, words) → failure code, as one ordered table.

Owns: the table and the sentences around the server's own words. Must not know: sockets, jobs. Sources: RFC 5321 §4.2,
RFC 3463, RFC 4954, and what Gmail, Microsoft 365, Postfix and web hosts' panels were seen to answer. The first rule
that fits decides. A code says by its class whether it is about this message or about the account
(`core/failures.py`): a rule of the account's stands before those of the message.
"""

import re
from dataclasses import dataclass

from app.core.failures import Failure, FailureClass, info
from app.jobs.mail.wire import OPENING, Broken, NoSignIn, Phase, Refused, Reply, Unsafe

AUTH_WAIT = 900.0  # seconds; servers that count sign-ins lock out who comes back sooner
RATE_WAIT = 60.0
HOUR_WAIT = 3600.0
LONGEST_WAIT = 86_400.0  # what a server may ask for

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
    r"|(send|sending|submission) (rate|limit)|limit exceeded.*try again"
)
_HOUR_WORDS = r"\b(per|an|each) hour\b|\bhourly\b.{0,40}\b(limit|quota)|\bin (the|one) (last|past) hour\b"
_DAY_WORDS = r"\b(daily|24.?hours?)\b.{0,40}\b(limit|quota)|\b(per|a|each) day\b|\b(limit|quota) for (the day|today)\b"

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
    # This From address, whoever the message is for; Microsoft 365 says so only after the dot. 5.1.8 and 5.7.705: the
    # account or its organisation may not send for now, because of what it sent before.
    Rule("SENDER_REFUSED", _MESSAGE, enhanced=r"5\.7\.60|5\.2\.252|5\.1\.8|5\.7\.70[58]"),
    # Limits of the account. How long a day's limit holds follows from what was sent (`engine/ledger.py`).
    Rule("QUOTA_DAY", _MESSAGE, enhanced=r"5\.4\.5|5\.1\.90"),
    Rule("QUOTA_DAY", _MESSAGE, words=_DAY_WORDS),
    Rule("RCPT_TEMP", frozenset({P.RCPT, P.DATA, P.DOT}), r"4(?!21)..", words=r"gr[ae]y.?list"),
    Rule("RATE_LIMIT", _MESSAGE, words=_HOUR_WORDS, wait=HOUR_WAIT),
    Rule("RATE_LIMIT", _MESSAGE, r"421|432", wait=RATE_WAIT),
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
    Rule("SENDER_REFUSED", frozenset({P.RCPT}), r"5..", words=r"sender address rejected"),  # Postfix says it that late
    Rule("POLICY", frozenset({P.RCPT}), r"5..", r"5\.7\.\d+"),
    Rule("RCPT_PERM", frozenset({P.RCPT}), r"5.."),
    # DATA and the dot: not taken.
    Rule("SRV_TEMP", _CONTENT, r"4.."),
    Rule("POLICY", _CONTENT, r"5..", r"5\.7\.\d+"),
    Rule("RCPT_PERM", _CONTENT, r"55.", r"5\.1\.\d+"),
    Rule("SRV_PERM", _CONTENT, r"5.."),
    Rule("SRV_TEMP", _ANY),  # a 2xx or 3xx where none belongs
)

_CUE = r"\b(?:again|retry|back|wait|after|in|for)\b\D{0,24}?"
_AGAIN = re.compile(_CUE + r"(\d{1,6})\s*(s\b|sec|m\b|min|h\b|hour|d\b|day)", re.IGNORECASE)
_AGAIN_CLOCK = re.compile(_CUE + r"\b(\d{1,2}):(\d{2}):(\d{2})\b", re.IGNORECASE)
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}
_TRUSTED = frozenset({FailureClass.ENVIRONMENT, FailureClass.TRANSIENT_REMOTE})  # where a time in the words is a delay


def code_of(phase: Phase, reply: Reply) -> str:
    """The failure code of an answer."""
    return _rule(phase, reply).result


def retry_after(phase: Phase, reply: Reply) -> float | None:
    """Seconds to wait before the next try, when the server or the rule names them; at most a day."""
    rule = _rule(phase, reply)
    asked = _asked(reply.words) if info(rule.result).failure_class in _TRUSTED else None
    if asked is None:
        return rule.wait
    return max(min(asked, LONGEST_WAIT), rule.wait or 0.0)


def _asked(words: str) -> float | None:
    """The delay that the server's words ask for, in seconds."""
    if match := _AGAIN.search(words):
        return float(match[1]) * _UNITS[match[2][0].lower()]
    if match := _AGAIN_CLOCK.search(words):
        return int(match[1]) * 3600.0 + int(match[2]) * 60.0 + int(match[3])
    return None


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
