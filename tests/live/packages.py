"""Generates packages into a folder of the test session."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Generated:
    """A generated package, imported, and the report on what became of it."""

    module: Any
    report: dict[str, Any]

    def call(self, client: Any, operation_id: str) -> Any:
        """Find the method that answers an operation with a stream."""
        entry = next(
            each
            for each in self.report["operations"]
            if each["operation_id"] == operation_id
        )
        name: str = entry.get("stream_call") or entry["call"]
        for part in name.split(".")[1:]:
            client = getattr(client, part)
        return client


@dataclass
class Packages:
    """The packages that were generated so far."""

    folder: Path
    _made: dict[str, Generated] = field(default_factory=dict[str, Generated])

    def get(self, document: Path, name: str) -> Generated:
        """Generate a package from a document, unless that was done before."""
        if name not in self._made:
            self._made[name] = self._generate(document, name)
        return self._made[name]

    def _generate(self, document: Path, name: str) -> Generated:
        out, report = self.folder / f"{name}-output", self.folder / f"{name}.json"
        command = [sys.executable, "-m", "clientsmith", "generate", str(document)]
        command += ["--out", str(out), "--package", name, "--report", str(report)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        sys.path.append(str(out))
        return Generated(import_module(name), json.loads(report.read_text()))
