"""An output folder to write to, in the few words that a test needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from clientsmith.diagnostics import Outcome
from clientsmith.styles import Formatter
from clientsmith.write import (
    Changes,
    Drift,
    File,
    Input,
    Mode,
    Provenance,
    Role,
    Steps,
    drift,
    write,
)

Texts = Mapping[str, str]
SEEDED = ("README.md", "pyproject.toml")


def files(texts: Texts) -> list[File]:
    """Make files as the pipeline does; the texts name their paths."""
    return [
        File(path, text, Mode.SEEDED if path in SEEDED else Mode.OWNED, ("#/paths",))
        for path, text in texts.items()
    ]


def provenance(
    document: str = "1",
    formatter: Formatter = "ruff",
    generator: str = "0.1.0",
    post: str = "",
) -> Provenance:
    """Say that a run read `api.yaml` with this hash."""
    inputs = (Input(Role.DOCUMENT, "api.yaml", document),)
    if post:
        inputs += (Input(Role.CONFIGURATION, "post", post),)
    return Provenance(generator, "templates", formatter, "1.0", inputs)


@dataclass(frozen=True, slots=True)
class Target:
    """The package `pets` in a folder of its own, with edits merged if asked for."""

    out: Path
    merging: bool = False

    def write(
        self,
        texts: Texts,
        *,
        made_from: Provenance | None = None,
        inputs: Iterable[Path] = (),
        force: bool = False,
        steps: Steps | None = None,
        patience: float = 10,
    ) -> Outcome[Changes]:
        """Write the texts as `generate` would."""
        return write(
            self.out,
            "pets",
            files(texts),
            made_from or provenance(),
            inputs=inputs,
            merging=self.merging,
            force=force,
            steps=steps,
            patience=patience,
        )

    def check(
        self, texts: Texts, *, made_from: Provenance | None = None
    ) -> Outcome[Drift]:
        """Compare the folder with the texts as `check` would."""
        return drift(
            self.out,
            "pets",
            files(texts),
            made_from or provenance(),
            merging=self.merging,
        )

    def texts(self) -> dict[str, str]:
        """Read everything that stands in the folder but the manifest."""
        return {
            path.relative_to(self.out).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(self.out.rglob("*"))
            if path.is_file() and ".clientsmith" not in path.parts
        }
