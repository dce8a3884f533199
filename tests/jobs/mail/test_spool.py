"""Attachments in base64 on disk: encoded once, never changed behind the check, gone with the last who has them."""

import base64
import gc
import hashlib
import os
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.jobs.base import JobError
from app.jobs.mail import message
from app.jobs.mail.checks import check_chunks
from app.jobs.mail.letter import Attachment
from app.jobs.mail.spool import SMALL, Spool, Spooled, encode
from tests.jobs.mail.test_message import LETTER, SENDER, parsed

LARGE = SMALL + 12_345


def attached(path: Path, data: bytes) -> Attachment:
    path.write_bytes(data)
    return Attachment(str(path), path.name, len(data), hashlib.sha256(data).hexdigest())


def text(encoded: bytes | Spooled) -> bytes:
    return encoded if isinstance(encoded, bytes) else b"".join(encoded.chunks())


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_encoded_is_base64_in_lines(data: bytes) -> None:
    encoded = encode(data)
    assert base64.b64decode(encoded) == data
    assert encoded.endswith(b"\r\n")
    assert all(len(line) <= 76 for line in encoded.split(b"\r\n"))


@pytest.mark.parametrize("size", [0, 1, 56, 57, 58, SMALL, SMALL + 1, 57 * 16384, 57 * 16384 * 2 + 1])
def test_what_is_spooled_is_what_memory_would_hold(tmp_path: Path, size: int) -> None:
    data = os.urandom(size)
    spool = Spool(str(tmp_path))
    encoded = spool.encoded(attached(tmp_path / "a.bin", data))
    assert isinstance(encoded, Spooled) == (size > SMALL)
    assert text(encoded) == encode(data)
    assert len(encoded) == len(encode(data))
    if isinstance(encoded, Spooled):
        chunks = list(encoded.chunks())
        assert all(chunk.endswith(b"\r\n") for chunk in chunks), "whole lines"
        assert max(map(len, chunks)) <= 65_536


def test_a_file_is_encoded_once_and_what_happens_to_it_later_touches_nothing(tmp_path: Path) -> None:
    data = os.urandom(LARGE)
    item = attached(tmp_path / "a.bin", data)
    spool = Spool(str(tmp_path))
    first = spool.encoded(item)
    (tmp_path / "a.bin").write_bytes(b"another")
    assert spool.encoded(item) is first
    assert text(first) == encode(data)
    assert [path.name for path in tmp_path.iterdir()] == ["a.bin"], "the temporary file has no name"


@pytest.mark.parametrize("size", [100, LARGE])
@pytest.mark.parametrize("change", ["other", "shorter", "longer", "gone"])
def test_a_file_that_is_not_what_was_checked_is_refused(tmp_path: Path, size: int, change: str) -> None:
    path = tmp_path / "a.bin"
    item = attached(path, bytes(size))
    changed = {"other": b"x" * size, "shorter": bytes(size - 1), "longer": bytes(size + 1), "gone": None}[change]
    if changed is None:
        path.unlink()
    else:
        path.write_bytes(changed)
    spool = Spool(str(tmp_path))
    with pytest.raises(JobError) as caught:
        spool.encoded(item)
    assert caught.value.failure.code == "PRE_ATTACH_CHANGED"
    path.write_bytes(bytes(size))
    assert text(spool.encoded(item)) == encode(bytes(size)), "nothing wrong was kept"


def test_a_folder_that_takes_nothing_is_said(tmp_path: Path) -> None:
    item = attached(tmp_path / "a.bin", bytes(LARGE))
    with pytest.raises(JobError) as caught:
        Spool(str(tmp_path / "not" / "there")).encoded(item)
    assert caught.value.failure.code in ("IO_ERROR", "WRITE_DENIED")


def test_what_was_used_longest_ago_goes_first_and_who_has_it_keeps_it(tmp_path: Path) -> None:
    items = [attached(tmp_path / f"{n}.bin", os.urandom(LARGE)) for n in range(3)]
    spool = Spool(str(tmp_path), most=int(LARGE * 1.37 * 2.5))
    kept = [spool.encoded(item) for item in items[:2]]
    assert spool.encoded(items[0]) is kept[0]
    spool.encoded(items[2])
    assert spool.encoded(items[0]) is kept[0]
    assert spool.encoded(items[1]) is not kept[1], "it was used longest ago"
    assert text(kept[1]) == encode(Path(items[1].path).read_bytes())


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts descriptors in /proc")
def test_nothing_is_open_when_nobody_has_it(tmp_path: Path) -> None:
    def ours() -> int:
        links = [os.readlink(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd") if _there(name)]
        return sum(link.startswith(str(tmp_path)) for link in links)

    def _there(name: str) -> bool:
        return os.path.islink(f"/proc/self/fd/{name}")

    spool = Spool(str(tmp_path))
    encoded = spool.encoded(attached(tmp_path / "a.bin", bytes(LARGE)))
    assert ours() == 1
    spool.clear()
    assert text(encoded) == encode(bytes(LARGE))
    del encoded
    gc.collect()
    assert ours() == 0


def test_several_read_one_file_at_once(tmp_path: Path) -> None:
    data = os.urandom(3_000_000)
    spool = Spool(str(tmp_path))
    item = attached(tmp_path / "a.bin", data)
    with ThreadPoolExecutor(6) as pool:
        texts = list(pool.map(lambda _: text(spool.encoded(item)), range(12)))
    assert set(texts) == {encode(data)}


def test_a_message_with_large_files_is_read_back_and_is_never_in_memory(tmp_path: Path) -> None:
    data = os.urandom(8_000_000)
    items = (attached(tmp_path / "a.bin", data), attached(tmp_path / "b.txt", b"small"))
    from dataclasses import replace

    letter = replace(LETTER, attachments=items)
    spool = Spool(str(tmp_path))
    tracemalloc.start()
    try:
        made = message.compose(letter, SENDER, spool.encoded)
        check_chunks(made.chunks(), letter, SENDER)
        size = sum(map(len, made.chunks()))
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size == made.size
    assert peak < 6_000_000, "less than the file"
    assert bytes(made) == message.build(letter, SENDER, lambda item: Path(item.path).read_bytes())
    found = {part.get_filename(): part.get_payload(decode=True) for part in parsed(bytes(made)).walk()}
    assert (found["a.bin"], found["b.txt"]) == (data, b"small")
