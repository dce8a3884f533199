"""How much memory a library may take that asks for whatever a damaged file says. Must not know formats."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def bounded_memory() -> Iterator[None]:
    """Let this process grow by half of the computer's memory at most, where the system can hold it to that (Linux).

    A library in Rust that is refused memory ends the process. That costs the file, as any crash of a decoder does;
    without a bound it would cost whatever else runs on the computer.
    """
    try:
        import resource

        with open("/proc/self/statm", "rb") as sizes:
            taken = int(sizes.read().split()[0])
    except (ImportError, OSError):  # Windows; macOS, where no such bound holds
        yield
        return
    page = os.sysconf("SC_PAGE_SIZE")
    bound = (taken + os.sysconf("SC_PHYS_PAGES") // 2) * page
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = min([bound, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)])
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
