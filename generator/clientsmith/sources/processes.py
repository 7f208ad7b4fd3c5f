"""Runs a program within bounds, and keeps what it writes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Final

from msgspec import Struct

from clientsmith.load.fetch import LARGEST

PATIENCE: Final = 120.0
"""Importing a large application takes a while."""
_PAUSE: Final = 0.02
_TAIL: Final = 4_000


class Ended(Struct, frozen=True):
    """How a program ended that was left to its end, and what it wrote."""

    code: int
    output: bytes
    told: str
    """The end of what it wrote to standard error."""

    @property
    def last_words(self) -> str:
        """The last line that it wrote to standard error."""
        return self.told.strip().rpartition("\n")[2].strip()


def run(
    words: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    patience: float = PATIENCE,
    largest: int = LARGEST,
) -> Ended | str:
    """Run a program in a folder, or say why that came to nothing."""
    with TemporaryFile() as output, TemporaryFile() as told:
        try:
            process = subprocess.Popen(  # noqa: S603 - the configuration names it
                words,
                cwd=folder,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=told,
                start_new_session=True,
            )
        except (OSError, ValueError) as fault:
            return f"it cannot be started: {getattr(fault, 'strerror', None) or fault}"
        try:
            refusal = _wait(process, output, patience, largest)
        finally:
            _end(process)
        return refusal or Ended(process.returncode, _text(output), _tail(told))


def _wait(
    process: subprocess.Popen[bytes], output: BinaryIO, patience: float, largest: int
) -> str | None:
    """Wait for the end of a program, or say why that is not waited for."""
    deadline = time.monotonic() + patience
    while True:
        running = process.poll() is None
        if os.fstat(output.fileno()).st_size > largest:
            return f"it wrote more than {largest:,} bytes"
        if not running:
            return None
        if time.monotonic() > deadline:
            return f"it took longer than {patience:g} seconds"
        time.sleep(_PAUSE)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, and what it has started."""
    if process.poll() is not None:
        return
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _text(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read()


def _tail(file: BinaryIO) -> str:
    file.seek(max(file.seek(0, os.SEEK_END) - _TAIL, 0))
    return file.read().decode(errors="replace")
