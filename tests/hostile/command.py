"""Runs the command line in this process, in a folder of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from clientsmith.cli import app

DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses:
        "200":
          description: The pets.
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}}}
servers: [{url: "https://pets.example.com"}]
"""
SINGLE = ("--out", "out", "--package", "pets")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def places(self) -> list[str]:
        """The first lines of the diagnostics, up to their codes."""
        return [
            line.partition("]:")[0] + "]"
            for line in self.err.splitlines()
            if "]: " in line and not line.startswith(" ")
        ]


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder to stand in, and the commands one gives there."""

    folder: Path

    def write(self, name: str, text: str | bytes) -> Path:
        """Put a file into the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run(self, *arguments: str, stdin: str = "") -> Ended:
        """Give a command; what earlier ones have said is remembered, as for users."""
        own = str(self.folder.parent / f"{self.folder.name}-cache")
        cache = os.environ.get("XDG_CACHE_HOME", own)
        known = {"CLIENTSMITH_NO_CACHE": None, "XDG_CACHE_HOME": cache}
        with chdir(self.folder):
            result = CliRunner(env=known).invoke(
                app, arguments, input=stdin, catch_exceptions=False
            )
        return Ended(result.exit_code, result.stdout, result.stderr)

    def generate(self, name: str, text: str | bytes, *options: str) -> Ended:
        """Generate from a text."""
        self.write(name, text)
        return self.run("generate", name, *SINGLE, *options)

    def files(self) -> dict[str, bytes]:
        """Read everything in the output folder."""
        return dict(self._files())

    def _files(self) -> Iterator[tuple[str, bytes]]:
        for path in sorted((self.folder / "out").rglob("*")):
            if path.is_file():
                yield path.relative_to(self.folder).as_posix(), path.read_bytes()
