"""A repository of git with a client in it, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from hostile.command import Desk, Ended

SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://pets.example"}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      parameters:
        - {name: sort, in: query, schema: {$ref: "shared.yaml#/Sort"}}
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        "200":
          description: The pets.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}}}
"""
SHARED = "Sort: {type: string, enum: [name, age]}\n"
CONFIG = """\
[targets.pets]
input = "spec/api.yaml"
out = "clients/pets"
package = "pets"
overlays = ["spec/overlay.yaml"]
"""
OVERLAY = """\
overlay: 1.0.0
info: {title: Pets, version: "1"}
actions:
  - target: $.components.schemas.Pet.properties
    update: {tag: {type: string}}
"""
FILES = {
    "spec/api.yaml": SPEC,
    "spec/shared.yaml": SHARED,
    "spec/overlay.yaml": OVERLAY,
    "clientsmith.toml": CONFIG,
}


class Shop:
    """A repository whose first commit has a description, an overlay and a target."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.desk = Desk(folder)
        self.git("init", "--quiet", "--initial-branch", "main")
        for name, text in FILES.items():
            self.write(name, text)
        self.commit("Describe pets")

    def write(self, name: str, text: str) -> None:
        """Write a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def edit(self, name: str, before: str, after: str) -> None:
        """Replace what stands in a file, which has to be there."""
        text = (self.folder / name).read_text("utf-8")

        assert before in text
        self.write(name, text.replace(before, after))

    def commit(self, message: str) -> None:
        """Commit all files."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def git(self, *words: str) -> str:
        """Run git for nobody in particular."""
        told = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in (("NAME", "Someone"), ("EMAIL", "someone@example.com"))
        }
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env={**os.environ, **told, **own},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def diff(self, *words: str) -> Ended:
        """Run the command."""
        return self.desk.run("diff", *words)
