"""What a finished program has cost, by the accounts of the kernel.

https://man7.org/linux/man-pages/man2/getrusage.2.html
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
_MEBIBYTE = 1024 * 1024


class FailedRunError(Exception):
    """The program that was to be measured ended with an error."""

    def __init__(self, command: Sequence[str], status: int) -> None:
        super().__init__(f"{' '.join(command)} ended with {status}")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run has cost, or the median of several."""

    cpu: float
    """Seconds in user and system mode, of the program and what it waited for."""
    wall: float
    peak: float
    """MiB of the largest single process."""


def measure(
    command: Sequence[str],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Cost:
    """Run a program to its end and account for it, in a folder if one is given.

    Raises:
        FailedRunError: It did not end with 0.
    """
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # Not `process.wait()`: only `wait4` says what this one child has used.
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedRunError(command, process.returncode)
    return Cost(
        cpu=usage.ru_utime + usage.ru_stime,
        wall=wall,
        peak=usage.ru_maxrss * _RSS_UNIT / _MEBIBYTE,
    )


def median_of(costs: Iterable[Cost]) -> Cost:
    """Return the median of each figure."""
    known = list(costs)
    return Cost(
        cpu=median(cost.cpu for cost in known),
        wall=median(cost.wall for cost in known),
        peak=median(cost.peak for cost in known),
    )
