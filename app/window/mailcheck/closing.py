"""The words of the footer, which is the confirmation: what is sent, to how many, from whom, and what is not.

Owns: these sentences and whether the button may be pressed. Pure. Must not know: widgets, the queue.
"""

from dataclasses import dataclass

from app.core.model import Batch
from app.window.mailcheck.rows import Group, how_many
from app.window.state import letters_folder
from app.window.text import number, printable, tr, trn


@dataclass(frozen=True, slots=True)
class Closing:
    """`button`: its words. `why_not`: why it is greyed, "" when it works."""

    title: str
    source: str
    left_out: str
    button: str
    why_not: str = ""


def closing(batch: Batch, people: int | None, sender: str, account: str) -> Closing:
    """The footer of `batch`. `people`: mailboxes reached, None while they are counted. `sender`: the From address, ""
    when the account (called `account`) was not set up at the check."""
    ready = how_many(Group.READY, batch.counts)
    blocked = how_many(Group.BLOCKED, batch.counts)
    left_out = how_many(Group.LEFT_OUT, batch.counts)
    folder = letters_folder(batch)
    if folder:
        title = trn("Write 1 message as a file", "Write %Ln messages as files", ready)
        button = title
        source = tr("Into {0}. Nothing is sent.").format(printable(folder))
    else:
        button = trn("Send 1 message", "Send %Ln messages", ready)
        title = button if people is None else _to_people(ready, people)
        source = tr("From {0}").format(sender) if sender else tr("From the account “{0}”").format(printable(account))
    if ready == 0:
        why_not = _why_not(blocked, left_out)
        return Closing(why_not, source, "", tr("Write messages") if folder else tr("Send messages"), why_not)
    return Closing(title, source, _not_sent(blocked, left_out), button)


def _to_people(ready: int, people: int) -> str:
    words = trn("Send 1 message to {0}", "Send %Ln messages to {0}", ready)
    return words.format(trn("1 person", "%Ln people", people))


def _not_sent(blocked: int, left_out: int) -> str:
    if blocked and left_out:
        words = tr("The {0} blocked and {1} left-out rows are not sent.")
        return words.format(number(blocked), number(left_out))
    if blocked:
        return trn("The blocked row is not sent.", "The %Ln blocked rows are not sent.", blocked)
    if left_out:
        return trn("The left-out row is not sent.", "The %Ln left-out rows are not sent.", left_out)
    return ""


def _why_not(blocked: int, left_out: int) -> str:
    if blocked:
        return trn(
            "Nothing can be sent yet: fix the blocked row.",
            "Nothing can be sent yet: fix the %Ln blocked rows.",
            blocked,
        )
    if left_out:
        return tr("Nothing can be sent: every row is left out.")
    return tr("Nothing can be sent: there are no rows.")
