"""The most memory of a worker is its own: neither less than it had nor that of the program that started it."""

import subprocess
import sys

LARGE = 300 << 20
CHILD = "from app.engine.worker.peak import Peak; print(Peak().mb())"
GROWN = f"block = bytearray({LARGE}); block[::4096] = b'1' * len(block[::4096]); del block; "


def said(code: str) -> int:
    return int(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)


def test_what_a_process_had_counts_after_it_was_given_back() -> None:
    assert said(GROWN + CHILD) >= LARGE >> 20


def test_a_large_program_starts_small_workers() -> None:
    """`ru_maxrss` says otherwise on Linux: the kernel hands the parent's peak on."""
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {CHILD!r}], check=True)"
    assert 0 < said(GROWN + start) < 150
