"""The real descriptions, and what is made of each of them, once.

`CLIENTSMITH_CORPUS` names their folder. A few of them run with every test, all of
them in `nox -s corpus`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from clientsmith.config import Target
from clientsmith.diagnostics import Outcome
from clientsmith.load import Source
from clientsmith.lock import Lock
from clientsmith.policy import Policy
from clientsmith.targets import Run, prepare
from roundtrip.oracle import Oracle, consult
from roundtrip.packages import forget
from roundtrip.subject import Subject, subject_of

CORPUS = Path(os.environ.get("CLIENTSMITH_CORPUS", ""))
WHOLE = "CLIENTSMITH_WHOLE_CORPUS" in os.environ
SAMPLE = ("petstore-3.1", "resend", "scalar-galaxy", "train-travel")
WRONG = {
    "square": {"reference-missing": 5, "document-invalid": 1},
}
"""What is wrong with documents that generate whole where a policy lets it pass."""
WARN = Policy((("all", "warn"),))


def listed() -> list[dict[str, Any]]:
    """List all descriptions, the large ones first: they take longest."""
    if "CLIENTSMITH_CORPUS" not in os.environ:
        return []
    manifest = json.loads((CORPUS / "manifest.json").read_text("utf-8"))
    entries = manifest if isinstance(manifest, list) else next(iter(manifest.values()))
    return sorted(entries, key=_size, reverse=True)


def _size(entry: dict[str, Any]) -> int:
    return int(entry["operations"]) + int(entry["component_schemas"])


def chosen() -> list[dict[str, Any]]:
    """List the descriptions that this run looks at."""
    return [entry for entry in listed() if WHOLE or entry["slug"] in SAMPLE]


def generated(
    entry: Mapping[str, Any],
    package: str,
    names: Mapping[str, str] | None = None,
    policy: Policy | None = None,
) -> Run:
    """Run the stages up to the formatted files, under names that were published."""
    policy = policy or (WARN if entry["slug"] in WRONG else Policy())
    path = CORPUS / entry["file"]
    target = Target(
        name=package,
        input=entry["file"],
        out=Path(),
        package=package,
        folder=CORPUS,
        policy=policy,
    )
    sources = Outcome((Source(entry["file"], path.read_bytes()),))
    return prepare(target, sources, Outcome(Lock(names={package: names or {}})))


@dataclass
class Described:
    """A description, and everything that tests ask of it, made when it is asked for."""

    entry: Mapping[str, Any]
    folder: Path

    @property
    def slug(self) -> str:
        """What the description is called."""
        return str(self.entry["slug"])

    @property
    def package(self) -> str:
        """What its package is called."""
        return f"corpus_{self.slug.replace('-', '_').replace('.', '_')}"

    @cached_property
    def run(self) -> Run:
        """The run of its target, as a user would start it."""
        return generated(self.entry, self.package)

    @cached_property
    def written(self) -> Path:
        """The folder of its package, tests and all."""
        folder = self.folder / "written"
        for file in self.run.files:
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, "utf-8")
        return folder

    @cached_property
    def client(self) -> ModuleType:
        """The package as its users import it, beside that of the subject."""
        folder = self.folder / "called"
        name = f"{self.package}_called"
        for file in self.run.files:
            if file.path.startswith(f"{self.package}/"):
                path = folder / name / file.path.removeprefix(f"{self.package}/")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(file.text, "utf-8")
        sys.path.insert(0, str(folder))
        return import_module(name)

    @cached_property
    def subject(self) -> Subject:
        """What examples and made-up values are tried on."""
        return subject_of(self.run.compiled, self.package, self.folder / "read")

    @cached_property
    def oracle(self) -> Oracle | None:
        """Models of the same schemas by another generator."""
        places = {*self.subject.schemas, *(e.schema for e in self.subject.examples)}
        module = f"{self.package}_oracle"
        return consult(self.subject.files, sorted(places), self.folder, module)

    def forget(self) -> None:
        """Let go of the modules that were imported."""
        forget(self.package)
        forget(f"{self.package}_called")
        forget(f"{self.package}_oracle")
