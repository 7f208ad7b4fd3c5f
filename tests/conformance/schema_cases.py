"""The cases of JSON-Schema-Test-Suite, each asked of a generated client.

https://github.com/json-schema-org/JSON-Schema-Test-Suite, as OpenAPI 3.1 documents
in the folder that `CLIENTSMITH_CONFORMANCE` names.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from clientsmith.load import Source
from golden.answering import Server
from roundtrip.packages import forget, generate, use
from roundtrip.same import difference

FOLDER = Path(os.environ.get("CLIENTSMITH_CONFORMANCE", ""), "schema")
HOST = "http://schemas.test"


@dataclass(slots=True)
class Verdict:
    """What a client makes of the instances of one case."""

    failures: list[str] = field(default_factory=list[str])
    """What the client must not do with valid instances."""
    invalid: int = 0
    refused: int = 0
    """How many of the invalid ones strict validation refuses."""


def cases() -> list[dict[str, Any]]:
    """List the cases, none where there is no folder."""
    if "CLIENTSMITH_CONFORMANCE" not in os.environ:
        return []
    listed: list[dict[str, Any]] = json.loads((FOLDER / "index.json").read_text())
    return listed


def judge(case: dict[str, Any], folder: Path) -> Verdict:
    """Generate the client of a case and let it read every instance."""
    path = FOLDER / case["document"]
    package = f"schema_{case['group'].replace('-', '_')}"
    made = generate(Source(path.name, path.read_bytes()), package)
    if not made.files:
        codes = sorted({each.code for each in made.compiled.diagnostics})
        return Verdict([f"does not generate: {', '.join(codes)}"])
    verdict = Verdict()
    module = use(made, folder)
    for each in case["instances"]:
        judge_instance = _judge_valid if each["valid"] else _judge_invalid
        judge_instance(verdict, module, each)
    forget(package)
    return verdict


def _judge_valid(verdict: Verdict, module: ModuleType, case: dict[str, Any]) -> None:
    for mode in ("strict", "lenient"):
        try:
            back = _read(module, case["instance"], mode)
        except Exception as problem:  # noqa: BLE001 - any exception is a failure
            wrong: str | None = f"{type(problem).__name__}: {problem}"
        else:
            wrong = difference(case["instance"], back)
        if wrong:
            verdict.failures.append(f"{case['description']}, {mode}: {wrong}")


def _judge_invalid(verdict: Verdict, module: ModuleType, case: dict[str, Any]) -> None:
    verdict.invalid += 1
    try:
        _read(module, case["instance"], "strict")
    except module.errors.ResponseValidationError:
        verdict.refused += 1
    except Exception as problem:  # noqa: BLE001 - any other exception is a failure
        wrong = f"{type(problem).__name__}: {problem}"
        verdict.failures.append(f"{case['description']}, strict: {wrong}")


def _read(module: ModuleType, instance: Any, mode: str) -> Any:
    """Answer a request with an instance, and write what comes out of the client."""
    server = Server(json.dumps(instance).encode())
    value = server.client(module, base_url=HOST, validation=mode).root.get()
    writer = import_module(f"{module.__name__}._runtime.to_json")
    return json.loads(writer.to_json(value))
