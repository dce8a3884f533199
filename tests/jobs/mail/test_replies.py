"""The reply table, row by row of what servers answer, and the words around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.failures import FAILURES, FailureClass, info
from app.jobs.mail import replies
from app.jobs.mail.wire import Broken, NoSignIn, Phase, Refused, Reply, Unsafe

P = Phase


@pytest.mark.parametrize(
    ("phase", "answer", "code"),
    [
        (P.BANNER, "421 4.3.2 closing", "NET_OFFLINE"),
        (P.BANNER, "554 no SMTP here", "NET_OFFLINE"),
        (P.EHLO, "502 what", "NET_OFFLINE"),
        (P.STARTTLS, "454 4.7.0 TLS not available", "TLS_UNAVAILABLE"),
        (P.AUTH, "535 5.7.8 bad credentials", "AUTH_REJECTED"),
        (P.AUTH, "534 5.7.9 application password needed", "AUTH_REJECTED"),
        (P.AUTH, "530 5.7.0 must issue STARTTLS", "AUTH_REJECTED"),
        (P.AUTH, "538 5.7.11 encryption needed", "AUTH_REJECTED"),
        (P.AUTH, "535 5.7.139 SmtpClientAuthentication is disabled", "AUTH_REJECTED"),
        (P.AUTH, "454 4.7.0 too many login attempts", "AUTH_TEMP"),
        (P.AUTH, "432 4.3.2 concurrent connections exceeded", "AUTH_TEMP"),
        (P.AUTH, "421 4.7.0 try again", "AUTH_TEMP"),
        (P.MAIL, "530 5.7.0 authentication required", "AUTH_REJECTED"),
        (P.MAIL, "550 5.7.1 not your address", "SENDER_REFUSED"),
        (P.MAIL, "553 5.7.1 sender rejected", "SENDER_REFUSED"),
        (P.MAIL, "501 5.1.7 bad sender", "SENDER_REFUSED"),
        (P.DOT, "550 5.7.60 client does not have permission to send as this sender", "SENDER_REFUSED"),
        (P.DOT, "554 5.2.252 SendAsDenied", "SENDER_REFUSED"),
        (P.MAIL, "552 5.3.4 message too big", "MSG_TOO_BIG"),
        (P.DOT, "552 5.3.4 message too big", "MSG_TOO_BIG"),
        (P.DOT, "552 too big", "MSG_TOO_BIG"),
        (P.MAIL, "451 4.3.0 local trouble", "SRV_TEMP"),
        (P.MAIL, "452 4.3.1 no space", "SRV_TEMP"),
        (P.DATA, "451 4.3.0 local trouble", "SRV_TEMP"),
        (P.DOT, "451 4.3.0 local trouble", "SRV_TEMP"),
        (P.RCPT, "421 4.7.0 later", "RATE_LIMIT"),
        (P.DOT, "421 4.3.2 closing", "RATE_LIMIT"),
        (P.MAIL, "451 4.7.500 server busy", "RATE_LIMIT"),
        (P.RCPT, "450 4.7.1 slow down", "RATE_LIMIT"),
        (P.DOT, "550 5.7.1 frequency limited", "RATE_LIMIT"),
        (P.DOT, "550 5.4.5 daily user sending limit exceeded", "QUOTA_DAY"),
        (P.DOT, "554 5.1.90 recipients exceed the limit", "QUOTA_DAY"),
        (P.RCPT, "550 you have reached your daily sending quota", "QUOTA_DAY"),
        (P.MAIL, "452 4.5.3 your account has sent 500 messages, the limit for today", "QUOTA_DAY"),
        (P.RCPT, "550 over the 24-hour sending limit", "QUOTA_DAY"),
        (P.RCPT, "550 example.org has exceeded the max emails per hour (100/100) allowed", "RATE_LIMIT"),
        (P.MAIL, "450 hourly sending quota reached", "RATE_LIMIT"),
        (P.DOT, "450 mail send limit exceeded", "RATE_LIMIT"),
        (P.DOT, "432 4.3.2 STOREDRV; sender thread limit exceeded", "RATE_LIMIT"),
        (P.MAIL, "421 4.7.0 too many messages in this session", "RATE_LIMIT"),
        (P.DOT, "550 5.1.8 access denied, bad outbound sender", "SENDER_REFUSED"),
        (P.DOT, "550 5.7.705 tenant has exceeded threshold", "SENDER_REFUSED"),
        (P.RCPT, "450 4.2.0 Greylisted", "RCPT_TEMP"),
        (P.RCPT, "451 4.7.1 Greylisting in action, come back later", "RCPT_TEMP"),
        (P.RCPT, "450 mailbox busy", "RCPT_TEMP"),
        (P.RCPT, "451 local", "RCPT_TEMP"),
        (P.RCPT, "452 4.5.3 too many recipients", "RCPT_TEMP"),
        (P.RCPT, "552 too many recipients", "RCPT_TEMP"),
        (P.RCPT, "550 5.1.1 no such user", "RCPT_PERM"),
        (P.RCPT, "550 no such user", "RCPT_PERM"),
        (P.RCPT, "551 5.1.6 moved", "RCPT_PERM"),
        (P.RCPT, "553 5.1.3 bad address", "RCPT_PERM"),
        (P.RCPT, "556 5.1.10 null MX", "RCPT_PERM"),
        (P.DOT, "550 5.1.1 no such user", "RCPT_PERM"),
        (P.RCPT, "552 5.2.2 over quota", "MBOX_FULL"),
        (P.RCPT, "452 4.2.2 over quota", "MBOX_FULL"),
        (P.DOT, "552 5.2.2 over quota", "MBOX_FULL"),
        (P.RCPT, "550 5.7.1 blocked", "POLICY"),
        (P.RCPT, "554 5.7.1 relay denied", "POLICY"),
        (P.DOT, "554 5.7.1 spam", "POLICY"),
        (P.DOT, "550 5.7.26 unauthenticated mail", "POLICY"),
        (P.DATA, "554 no valid recipients", "SRV_PERM"),
        (P.DOT, "554 transaction failed", "SRV_PERM"),
    ],
)
def test_the_table(phase: Phase, answer: str, code: str) -> None:
    number, _, words = answer.partition(" ")
    assert replies.code_of(phase, Reply(int(number), (words,))) == code


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        ("450 4.2.0 Greylisted, try again in 300 seconds", 300.0),
        ("451 4.3.0 please retry after 5 minutes", 300.0),
        ("450 4.2.0 come back in 2 hours", 7200.0),
        ("451 4.3.0 later", None),
        ("421 4.7.0 try again in 5 seconds", 60.0),  # never sooner than the rule says
        ("421 4.7.0 try again in 10 min", 600.0),
        ("451 4.7.500 server busy, wait 2 hours", 7200.0),
        ("450 4.2.0 Greylisted for 300 seconds", 300.0),
        ("450 4.2.0 please come back in 00:05:00", 300.0),
        ("450 4.2.0 try again in 30 days", 86400.0),  # nobody waits for a month
        ("550 5.4.5 daily limit reached, try again in 8 hours", 28800.0),
        ("550 5.4.5 daily limit reached", None),  # follows from what was sent
        ("550 100 messages per hour allowed", 3600.0),
        ("421 4.7.0 later", 60.0),
        ("452 4.2.2 mailbox full since 3 days", None),
        ("550 5.1.1 user 12345 s is gone", None),
    ],
)
def test_delays_that_servers_ask_for(answer: str, seconds: float | None) -> None:
    number, _, words = answer.partition(" ")
    assert replies.retry_after(P.RCPT, Reply(int(number), (words,))) == seconds


@given(st.sampled_from(sorted(Phase)), st.integers(200, 599), st.text(max_size=80))
def test_every_answer_has_a_known_code(phase: Phase, number: int, words: str) -> None:
    failure = replies.failure_of(Refused(phase, Reply(number, (words,))), "mail.example.org")
    assert failure.code in FAILURES
    assert info(failure.code).failure_class is not FailureClass.UNCERTAIN  # an answer is an answer
    assert "\n" not in failure.message


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (Broken(P.CONNECT, "refused"), "NET_OFFLINE"),
        (Broken(P.AUTH, "lost"), "NET_OFFLINE"),
        (Broken(P.MAIL, "lost"), "NET_LOST"),
        (Broken(P.BODY, "lost"), "NET_LOST"),
        (Broken(P.DOT, "lost"), "UNCERTAIN"),
        (Unsafe(P.TLS, "self-signed", verify=True), "TLS_VERIFY"),
        (Unsafe(P.STARTTLS, "not offered"), "TLS_UNAVAILABLE"),
        (NoSignIn("none stored", secret_missing=True), "SECRET_MISSING"),
        (NoSignIn("none known", secret_missing=False), "AUTH_REJECTED"),
    ],
)
def test_what_is_no_answer(trouble: Refused | Broken | Unsafe | NoSignIn, code: str) -> None:
    failure = replies.failure_of(trouble, "mail.example.org")
    assert failure.code == code
    assert "mail.example.org" in failure.message


def test_the_servers_words_are_kept_on_one_line() -> None:
    reply = Reply(550, ("5.1.1 No such\tuser", "5.1.1 \x1b[31mhere\u2028"))
    failure = replies.failure_of(Refused(P.RCPT, reply, "ann@example.org"), "mail.example.org")
    assert failure.message == "mail.example.org refused ann@example.org: 550 5.1.1 No such user [31mhere"
