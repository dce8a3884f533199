"""Unconfirmed messages are looked for among the sent ones: what is found is done, nothing else changes anything."""

from collections.abc import Callable
from pathlib import Path

from app.core.states import JobState
from app.engine.control import ControlClient
from app.engine.engine import Engine
from app.engine.services import Services
from app.engine.session import open_queue
from tests.engine.mail import Accounts, Mail, rows, wait_for
from tests.imap_peer import imap_peer
from tests.jobs.mail.test_sent import imap_account
from tests.smtp_peers import PASSWORD, make_authority, polite_peer


def test_only_what_is_found_is_done(start: Callable[..., Engine], tmp_path: Path) -> None:
    accounts, mail, authority = Accounts(), Mail(tmp_path), make_authority(tmp_path)
    with polite_peer(auth=True) as peer, imap_peer(authority.server) as imap:
        accounts.accounts["work"] = imap_account(peer.port, imap, authority, save_sent=False)
        accounts.secrets["work"] = PASSWORD
        engine = start(services=accounts.services)
        mail.send(engine, "lost", "vanish", "ann")
        lost, vanished = (wait_for(engine, who, JobState.UNCONFIRMED) for who in ("lost", "vanish"))
        ann = wait_for(engine, "ann", JobState.DONE)
        (taken,) = (one for one in peer.taken if one.message_id == lost.extra["mail"]["message_id"])
        imap.filed.append(taken.data)
        imap.answers["SEARCH"] = "NO busy"
        looked = engine.look([lost.id, vanished.id, ann.id])
        assert [job for job, _ in looked.untold] == [lost.id, vanished.id]
        assert "busy" in looked.untold[0][1]
        assert rows(engine)["lost"].state is JobState.UNCONFIRMED
        del imap.answers["SEARCH"]
        other = open_queue(engine.data_dir, Services(), 1)  # as another process asks
        assert isinstance(other, ControlClient)
        looked = other.look([lost.id, vanished.id, ann.id])
        other.close()
    assert (looked.found, looked.missing, looked.untold) == ((lost.id,), (vanished.id,), ())
    assert rows(engine)["lost"].note == "Found among the sent messages"
    assert {who: job.state for who, job in rows(engine).items()} == {
        "lost": JobState.DONE, "vanish": JobState.UNCONFIRMED, "ann": JobState.DONE,
    }  # fmt: skip


def test_jobs_that_are_not_unconfirmed_are_in_no_answer(engine: Engine) -> None:
    looked = engine.look([1, 2, 3])
    assert (looked.found, looked.missing, looked.untold) == ((), (), ())
