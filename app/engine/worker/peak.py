"""How much memory this process has used at most.

Owns: where each system tells it. `ru_maxrss` of Linux begins with the peak of the process that started this one (the
kernel hands it on over exec), so a worker of a large program would look worn out from its first job on; VmHWM in
/proc/self/status begins with this program (proc_pid_status(5)).
"""

import os
import re
import sys
import time

FRESH_SECONDS = 0.02  # a number so young is not asked for again: short jobs come by the thousand a second
_HIGH_WATER = re.compile(rb"^VmHWM:\s+(\d+) kB", re.MULTILINE)


class Peak:
    """The peak so far, asked for at most every FRESH_SECONDS."""

    def __init__(self) -> None:
        self._mb = 0
        self._asked = float("-inf")

    def mb(self) -> int:
        """In MB; 0 where the system does not tell."""
        now = time.monotonic()
        if now - self._asked >= FRESH_SECONDS:
            self._mb, self._asked = peak_mb(), now
        return self._mb


def peak_mb() -> int:
    """The most memory that this process has had, in MB; 0 where the system does not tell."""
    if os.path.exists("/proc/self/status"):
        with open("/proc/self/status", "rb", buffering=0) as status:
            found = _HIGH_WATER.search(status.read(8192))
        return int(found[1]) // 1024 if found else 0
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(peak // (1024 * 1024 if sys.platform == "darwin" else 1024))
