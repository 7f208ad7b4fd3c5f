"""Runs the command line in a process of its own, and measures what that takes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

GENERATE = (sys.executable, "-m", "clientsmith", "generate")
_MEGABYTE = 1 << 20
_GIGABYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Measured:
    """How a run ended, and what it took: its children included."""

    code: int
    said: str
    seconds: float
    """Of CPU."""
    megabytes: float
    """At its largest."""


def measured(folder: Path, document: Path, seconds: float) -> Measured:
    """Generate from a document, and end the run after so many seconds of CPU."""
    log = folder / "log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [*GENERATE, document, "--out=out", "--package=big"],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdout=said,
            stderr=said,
            preexec_fn=lambda: _limit(seconds),  # noqa: PLW1509 - there are no threads
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Measured(
        code=process.returncode,
        said=log.read_text("utf-8", "replace"),
        seconds=used.ru_utime + used.ru_stime,
        megabytes=used.ru_maxrss * 1024 / _MEGABYTE,
    )


def _limit(seconds: float) -> None:
    """End the process where it takes too long, and before it takes the machine."""
    most = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    resource.setrlimit(resource.RLIMIT_AS, (4 * _GIGABYTE, 4 * _GIGABYTE))
