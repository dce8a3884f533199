"""Signing in with a code: real msal over TLS to a sign-in server on this machine."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.jobs.base import JobError
from app.jobs.mail.account import Account
from app.system.oauth import Microsoft as SignIns
from app.system.oauth import SignInError
from app.system.secrets import ENTRY, Secrets
from tests.entra_peer import CODE, PAGE, Entra, entra_peer, pending
from tests.smtp_peers import Authority, make_authority, unused_port
from tests.system.test_secrets import Vault

ACCOUNT = Account.make(
    name="work", host="smtp.office365.com", port=587, security="starttls", user="ann@example.org",
    auth="oauth2", oauth_client_id="an-id", oauth_tenant="example.org",
)  # fmt: skip


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("ca"))


@pytest.fixture
def entra(authority: Authority) -> Iterator[Entra]:
    with entra_peer(authority.server) as peer:
        yield peer


class Desk:
    """The sign-ins under test, their keyring and their clock."""

    def __init__(self, url: str, ca_file: str | None) -> None:
        self.vault = Vault()
        self.time = 1_000_000.0
        self.waited: list[float] = []
        self.url, self.ca_file = url, ca_file
        self.sign_ins = self.another_run()

    def another_run(self) -> SignIns:
        return SignIns(Secrets(self.vault), self.url, self.ca_file, lambda: self.time, self.wait)

    def wait(self, event: threading.Event, seconds: float) -> bool:
        self.waited.append(seconds)
        self.time += seconds
        return event.is_set()

    def sign_in(self) -> bool:
        return self.sign_ins.finish(ACCOUNT, self.sign_ins.begin(ACCOUNT), threading.Event())


@pytest.fixture
def desk(entra: Entra, authority: Authority) -> Desk:
    return Desk(entra.authority, authority.ca_file)


def test_a_code_is_shown_and_its_use_signs_in(desk: Desk, entra: Entra) -> None:
    code = desk.sign_ins.begin(ACCOUNT)
    assert (code.code, code.page, code.ends) == (CODE, PAGE, desk.time + 900)
    assert any(path.startswith("/example.org/") for path in entra.paths)
    entra.answers = [pending(), pending()]
    assert desk.sign_ins.finish(ACCOUNT, code, threading.Event())
    assert desk.waited == [5, 5, 5]
    assert desk.sign_ins.access(ACCOUNT) == "access-1"
    assert set(desk.vault.kept.values()) == {"refresh-1"}, "only the refresh token outlives the run"
    assert entra.asked[-1]["client_id"] == "an-id"


def test_another_run_renews_with_what_the_keyring_kept(desk: Desk, entra: Entra) -> None:
    desk.sign_in()
    later = desk.another_run()
    assert later.access(ACCOUNT) == "access-2"
    assert entra.asked[-1]["refresh_token"] == "refresh-1"
    assert "https://outlook.office.com/SMTP.Send" in entra.asked[-1]["scope"]
    assert "IMAP" not in entra.asked[-1]["scope"]
    assert set(desk.vault.kept.values()) == {"refresh-2"}, "each renewal gives another one"


def test_an_access_token_is_used_until_shortly_before_its_end(desk: Desk, entra: Entra) -> None:
    desk.sign_in()
    desk.time += 3200
    assert desk.sign_ins.access(ACCOUNT) == "access-1"
    desk.time += 200
    assert desk.sign_ins.access(ACCOUNT) == "access-2"
    assert len(entra.asked) == 2


def test_connections_that_begin_together_renew_once(desk: Desk, entra: Entra) -> None:
    desk.sign_in()
    later = desk.another_run()
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(later.access(ACCOUNT))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["access-2"] * 4
    assert entra.given == 2


def test_looking_into_sent_asks_for_that_right_too(desk: Desk, entra: Entra) -> None:
    account = ACCOUNT.model_copy(update={"imap_host": "outlook.office365.com"})
    desk.sign_ins.finish(account, desk.sign_ins.begin(account), threading.Event())
    desk.another_run().access(account)
    assert "IMAP.AccessAsUser.All" in entra.asked[-1]["scope"]


def test_who_gives_up_has_not_signed_in(desk: Desk, entra: Entra) -> None:
    code, stop = desk.sign_ins.begin(ACCOUNT), threading.Event()
    stop.set()
    assert not desk.sign_ins.finish(ACCOUNT, code, stop)
    assert entra.asked == []
    with pytest.raises(JobError) as caught:
        desk.sign_ins.access(ACCOUNT)
    assert caught.value.failure.code == "SECRET_MISSING"
    assert "ann@example.org" in caught.value.failure.message


def test_a_server_that_wants_it_slower_gets_it(desk: Desk, entra: Entra) -> None:
    entra.refuse("slow_down")
    assert desk.sign_in()
    assert desk.waited == [5, 10]


@pytest.mark.parametrize(
    ("error", "numbers", "words"),
    [
        ("authorization_declined", (), "declined"),
        ("expired_token", (70020,), "not used in time"),
        ("invalid_client", (7000218,), "public client flows"),
        ("invalid_grant", (65001,), "administrator must allow"),
        ("interaction_required", (53003,), "conditional access"),
        ("something_new", (1,), "Microsoft says: something_new"),
    ],
)
def test_refusals_are_said_in_words(desk: Desk, entra: Entra, error: str, numbers: tuple[int, ...], words: str) -> None:
    entra.refuse(error, *numbers)
    with pytest.raises(SignInError, match=words) as caught:
        desk.sign_in()
    assert "Trace ID" not in str(caught.value)
    assert desk.vault.kept == {}


def test_a_code_that_nobody_uses_ends(desk: Desk, entra: Entra) -> None:
    entra.answers = [pending() for _ in range(200)]
    with pytest.raises(SignInError, match="not used in time"):
        desk.sign_in()
    assert desk.time >= 1_000_900


def test_no_code_for_an_organisation_that_is_not_there(desk: Desk, entra: Entra) -> None:
    entra.device = (400, {"error": "invalid_request", "error_codes": [90002], "error_description": "AADSTS90002: no"})
    with pytest.raises(SignInError, match="no such organisation"):
        desk.sign_ins.begin(ACCOUNT)


def test_without_an_application_it_says_who_can_help(desk: Desk) -> None:
    with pytest.raises(SignInError, match="administrator"):
        desk.sign_ins.begin(ACCOUNT.model_copy(update={"oauth_client_id": ""}))


def test_a_sign_in_that_ended_pauses_the_account(desk: Desk, entra: Entra) -> None:
    desk.sign_in()
    entra.refuse("invalid_grant", 50173)
    with pytest.raises(JobError, match="password was changed") as caught:
        desk.another_run().access(ACCOUNT)
    assert caught.value.failure.code == "AUTH_REJECTED"


def test_no_network_is_waited_for(authority: Authority) -> None:
    desk = Desk(f"https://127.0.0.1:{unused_port()}", authority.ca_file)
    Secrets(desk.vault).store_token("work", "refresh")
    with pytest.raises(JobError) as caught:
        desk.sign_ins.access(ACCOUNT)
    assert caught.value.failure.code == "NET_OFFLINE"


def test_a_server_that_nobody_vouches_for_gets_no_token(entra: Entra) -> None:
    desk = Desk(entra.authority, None)
    Secrets(desk.vault).store_token("work", "refresh-of-mine")
    with pytest.raises(JobError, match="certificate") as caught:
        desk.sign_ins.access(ACCOUNT)
    assert caught.value.failure.code == "AUTH_REJECTED"
    assert entra.asked == []


def test_tokens_reach_neither_the_log_nor_words(desk: Desk, entra: Entra, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        desk.sign_in()
        entra.refuse("invalid_grant", 70000)
        with pytest.raises(JobError) as caught:
            desk.another_run().access(ACCOUNT)
    for secret in ("refresh-1", "access-1", "device_code=device"):
        assert secret not in caplog.text
        assert secret not in caught.value.failure.message


def test_a_token_longer_than_an_entry_of_windows_keyring_comes_back_whole(desk: Desk, entra: Entra) -> None:
    entra.refresh = "r" * (2 * ENTRY) + "{0}"
    desk.sign_in()
    assert all(len(part.encode("utf-16-le")) <= 2560 for part in desk.vault.kept.values())
    assert desk.another_run().access(ACCOUNT) == "access-2"
    assert entra.asked[-1]["refresh_token"] == "r" * (2 * ENTRY) + "1"


def test_a_shorter_token_leaves_nothing_of_a_longer_one(tmp_path: Path) -> None:
    vault = Vault()
    Secrets(vault).store_token("work", "a" * (3 * ENTRY))
    Secrets(vault).store_token("work", "short")
    assert Secrets(vault).token("work") == "short"
    assert len(vault.kept) == 1
    Secrets(vault).forget("work")
    assert vault.kept == {}
