"""The table of figures: what goes from one process to another comes out the same, and it adds up."""

import json
from collections import Counter

from tests.crash.figures import Figures, table

ONE = Figures("a", Counter(program=3, worker=4), Counter(pictures=2), restarts=3, jobs=1_000, seconds=1.6)
OTHER = Figures("b", Counter(worker=1, store=2), Counter(pictures=1, letters=5), messages=7, unconfirmed=1)


def test_figures_travel_as_plain_values() -> None:
    assert Figures.from_property(json.loads(json.dumps(ONE.as_property()))) == ONE


def test_the_table_adds_up() -> None:
    head, _one, _other, total, cut_off, _seed = table([OTHER, ONE])
    numbers = dict(zip(head.split()[2:], total.split()[1:], strict=True))
    assert numbers == {
        "program": "3", "worker": "5", "command": "0", "store": "2", "kills": "10", "restarts": "3",
        "jobs": "1,000", "messages": "7", "unconfirmed": "1", "seconds": "2",
    }  # fmt: skip
    assert cut_off == "attempts that were cut off: 5 letters, 3 pictures"


def test_nothing_is_said_when_nothing_was_killed() -> None:
    assert table([]) == []
