"""When a file has come to rest: the rule, against a model of files that grow, rest, vanish and come back."""

from hypothesis import given
from hypothesis import strategies as st

from app.engine.watching.settling import SETTLE_SECONDS, Settling
from app.store.watching import Version


def file(size: int = 1, mtime_ns: int = 1, path: str = "/in/a") -> Version:
    return Version(path, size, mtime_ns)


def test_two_equal_looks_far_enough_apart_make_a_file_rest() -> None:
    settling = Settling({})
    assert settling.look([file()], 0.0) == []
    assert settling.look([file()], SETTLE_SECONDS - 0.01) == []
    assert settling.look([file()], SETTLE_SECONDS) == [file()]
    assert settling.waiting, "it is not taken yet"
    settling.take(file())
    assert settling.look([file()], 100.0) == []
    assert settling.look([], 101.0) == []


def test_what_still_changes_begins_to_rest_anew() -> None:
    settling = Settling({})
    for second in range(10):
        assert settling.look([file(size=second)], float(second)) == []
    assert settling.look([file(size=9, mtime_ns=2)], 11.0) == [], "the same size, written again"
    assert settling.look([file(size=9, mtime_ns=2)], 13.0) == [file(size=9, mtime_ns=2)]


def test_what_was_gone_in_between_begins_anew() -> None:
    settling = Settling({})
    settling.look([file()], 0.0)
    settling.look([], 1.0)
    assert not settling.waiting
    assert settling.look([file()], 5.0) == []


def test_what_was_taken_before_is_no_news_and_its_next_version_is() -> None:
    settling = Settling({"/in/a": (1, 1)})
    assert settling.look([file()], 0.0) == []
    assert settling.look([file(size=2)], 5.0) == []
    assert settling.look([file(size=2)], 7.0) == [file(size=2)]


def test_how_long_a_file_rests_is_told() -> None:
    settling = Settling({})
    for second in (0.0, 2.0, 30.0):
        settling.look([file()], second)
    assert settling.rests_since(file(), 30.0) == 30.0


LOOKS = st.lists(
    st.tuples(st.floats(0.1, 5.0), st.dictionaries(st.sampled_from("ab"), st.integers(1, 2), max_size=2)), max_size=30
)


@given(LOOKS)
def test_a_file_rests_when_nothing_else_was_seen_of_it_for_long_enough(
    looks: list[tuple[float, dict[str, int]]],
) -> None:
    settling = Settling({})
    history: list[tuple[float, dict[str, int]]] = []
    now, taken = 0.0, dict[str, int]()
    for pause, there in looks:
        now += pause
        history.append((now, there))
        resting = settling.look([file(size, path=path) for path, size in there.items()], now)
        for path, size in there.items():
            since = now
            for at, seen in reversed(history):
                if seen.get(path) != size:
                    break
                since = at
            wanted = taken.get(path) != size and now - since >= SETTLE_SECONDS
            assert (file(size, path=path) in resting) == wanted
        for one in resting:
            settling.take(one)
            taken[one.path] = one.size
