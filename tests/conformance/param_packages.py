"""Packages of the documents of the suite: generated once, whoever asks first."""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from clientsmith.load import Source
from clientsmith.write.lock import locked
from conformance.param_cases import FOLDER
from conformance.recorder import Recorder, Sent
from roundtrip.packages import generate, use

_PATIENCE = 120


@dataclass(frozen=True, slots=True)
class Package:
    """A client that asks a recorder, and how each operation is called."""

    client: Any
    operations: dict[str, Any]
    """What the report of the run says, by operationId."""
    recorder: Recorder

    def call(self, operation_id: str, values: dict[tuple[str, str], Any]) -> Sent:
        """Call a method with values by place and name, and return what was sent.

        Raises:
            LookupError: The operation takes no such argument.
        """
        operation = self.operations[operation_id]
        taken = operation["arguments"]
        names = {(one["place"], one["wire_name"]): one["name"] for one in taken}
        steps = operation["call"].split(".")[1:]
        method = reduce(getattr, steps, self.client)
        method(**{names[key]: value for key, value in values.items()})
        return self.recorder.take()


def package_of(document: str, folder: Path, recorder: Recorder) -> Package:
    """Return the package of a document, which another process may have generated."""
    name = Path(document).stem.replace("-", "_").replace(".", "_")
    place = folder / name
    place.mkdir(exist_ok=True)
    with locked(place, _PATIENCE):
        if not (place / "operations.json").exists():
            _generate(document, name, place)
    if str(place) not in sys.path:
        sys.path.insert(0, str(place))
    importlib.invalidate_caches()
    module = importlib.import_module(name)
    operations = json.loads((place / "operations.json").read_text("utf-8"))
    return Package(module.Client(base_url=recorder.address), operations, recorder)


def _generate(document: str, name: str, place: Path) -> None:
    source = FOLDER / document
    made = generate(Source(source.name, source.read_bytes()), name)
    assert made.compiled.report is not None
    use(made, place)
    entries = to_builtins(made.compiled.report.operations)
    operations = {entry["operation_id"]: entry for entry in entries}
    (place / "operations.json").write_text(json.dumps(operations), "utf-8")
