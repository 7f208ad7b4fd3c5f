"""A folder with a configuration, and what `pull` makes of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from hostile.command import DOCUMENT, Desk, Ended

FILE = "spec/api.yaml"
TARGET = """\
[targets.pets]
input = "{file}"
out = "out"
package = "pets"
formatter = "none"
"""
LARGER = DOCUMENT.replace("/pets:", "/dogs:")


@dataclass(frozen=True, slots=True)
class Project:
    """A project whose description comes from elsewhere."""

    desk: Desk

    @property
    def file(self) -> Path:
        """Where the description is kept."""
        return self.desk.folder / FILE

    @property
    def lock(self) -> dict[str, dict[str, object]]:
        """What the lock has on files that were pulled."""
        text = (self.desk.folder / "clientsmith.lock").read_text("utf-8")
        return dict(json.loads(text).get("sources", {}))

    def urls(self, file: str) -> list[str]:
        """List the pages that the lock has of a file."""
        pages = cast("list[dict[str, str]]", self.lock[file]["pages"])
        return [page["url"] for page in pages]

    def source(self, *lines: str, file: str = FILE) -> None:
        """Say in the configuration where the description comes from."""
        table = "\n".join((f'[sources."{file}"]', *lines))
        self.desk.write("clientsmith.toml", f"{TARGET.format(file=file)}{table}\n")

    def pull(self, *arguments: str) -> Ended:
        """Pull."""
        return self.desk.run("pull", *arguments)

    def left(self) -> list[str]:
        """List what is in the folder of the description."""
        return sorted(path.name for path in self.file.parent.iterdir())
