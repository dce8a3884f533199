"""The named queries: each one prepares, and the hot ones use the index that was made for them."""

import re
import sqlite3
from collections.abc import Iterator

import pytest

from app.store import queries
from app.store.queries import sql
from tests.store.queue_file import QueueFile, jobs

FRAGMENT = re.compile(r"^(where|and|order|in)_")
HEADS = {"where_batch_id": "batch_columns", "where_not_dismissed": "batch_columns"}


@pytest.fixture
def connection(store: QueueFile) -> Iterator[sqlite3.Connection]:
    """A connection to a queue with some jobs in it."""
    batch = store.batch(jobs(50))
    store.claim(batch, 10)
    found = sqlite3.connect(store.path)
    yield found
    found.close()


def whole(name: str) -> str:
    """`name` as it is used: fragments behind the query that they belong to."""
    if name in HEADS:
        return sql(HEADS[name], name)
    if name.startswith(("and_", "order_")):
        return sql("id_list", "in_batch", name)
    if name.startswith("in_"):
        return sql("id_list", name)
    if name.startswith("where_"):
        return sql("job_columns", name)
    return sql(name)


def values(query: str) -> dict[str, object]:
    return {
        name: "[]" if name in ("jobs", "ids", "states", "from_states", "paths") else 0
        for name in re.findall(r":(\w+)", query)
    }


def plan(connection: sqlite3.Connection, name: str) -> str:
    query = whole(name)
    return " / ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", values(query)))


@pytest.mark.parametrize("name", sorted(queries._all()))
def test_the_query_prepares(connection: sqlite3.Connection, name: str) -> None:
    query = whole(name)
    assert connection.execute(f"EXPLAIN {query}", values(query)).fetchall()


def test_an_unknown_query_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        sql("no_such_query")


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("claim", "job_ready"),
        ("due", "job_due"),
        ("next_due", "job_due"),
        ("running_of_dead", "job_running"),
        ("where_ended", "job_ended"),
        ("causes_batch", "job_trouble"),
        ("sending_used", "COVERING INDEX sending_window"),
        ("sending_give_back", "sending_job"),
        ("open_to_domain", "job_domain"),
        ("batch_doubt", "job_trouble"),
    ],
)
def test_the_hot_queries_use_the_index_that_was_made_for_them(
    connection: sqlite3.Connection, name: str, index: str
) -> None:
    assert index in plan(connection, name)


def test_a_claim_reads_its_rows_in_the_order_of_the_index(connection: sqlite3.Connection) -> None:
    """Sorting a million ready rows for each claim would cost a quarter of a second."""
    found = plan(connection, "claim")
    assert "TEMP B-TREE FOR ORDER BY" not in found
    assert "SCAN job" not in found


def test_the_state_of_a_batch_is_read_from_its_counters(connection: sqlite3.Connection) -> None:
    for name in ("counts_all", "counts_batch", "claimable", "batch_finish"):
        assert " job" not in plan(connection, name)
