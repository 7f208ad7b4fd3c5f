"""Runs the server that answers the scenarios of TypeSpec and judges each request."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import httpx2

from conformance.typespec import FOLDER
from servers.ports import free_port, wait_for

_STOP_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Judge:
    """A running server, and what it has seen."""

    address: str

    def passed(self) -> set[str]:
        """List the scenarios of which every call was made as it should be."""
        verdicts = httpx2.get(f"{self.address}/.coverage").json()
        return {name for name, verdict in verdicts.items() if verdict == "pass"}


@dataclass
class Judges:
    """One server for each version of OpenAPI, started when it is asked for.

    What a client of one version has passed is no merit of another.
    """

    running: ExitStack
    _started: dict[str, Judge] = field(default_factory=dict[str, Judge])

    def of(self, version: str) -> Judge:
        """Return the server that judges clients of a version."""
        if version not in self._started:
            self._started[version] = self.running.enter_context(playing())
        return self._started[version]


@contextmanager
def playing() -> Generator[Judge]:
    """Run the server; it has seen nothing yet."""
    port = free_port()
    command = [sys.executable, str(FOLDER / "mock_server.py"), str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    # Some answers hold the address of the server, which calls itself so.
    judge = Judge(f"http://localhost:{port}")
    try:
        wait_for(f"{judge.address}/.admin/health", process)
        yield judge
    finally:
        process.terminate()
        process.wait(_STOP_SECONDS)
