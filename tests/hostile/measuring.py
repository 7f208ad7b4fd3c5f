"""Runs the command line in a process of its own, and measures what that takes."""

from __future__ import annotations

import json
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
        ended = subprocess.run(
            [sys.executable, "-c", _APART, *GENERATE, document, *_OPTIONS],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdout=subprocess.PIPE,
            stderr=said,
            preexec_fn=lambda: _limit(seconds),
            check=True,
        )
    code, used_seconds, kilobytes = json.loads(ended.stdout)
    return Measured(
        code=code,
        said=log.read_text("utf-8", "replace"),
        seconds=used_seconds,
        megabytes=kilobytes * 1024 / _MEGABYTE,
    )


_OPTIONS = ("--out=out", "--package=big")
_APART = """\
import json, resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=sys.stderr).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""
"""A small process between: the largest size of what it starts counts from its own."""


def _limit(seconds: float) -> None:
    """End the process where it takes too long, and before it takes the machine."""
    most = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    resource.setrlimit(resource.RLIMIT_AS, (4 * _GIGABYTE, 4 * _GIGABYTE))
