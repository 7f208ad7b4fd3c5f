"""The scenarios that TypeSpec judges client generators by: documents and calls.

https://github.com/microsoft/typespec/tree/main/packages/http-specs, emitted as
OpenAPI in the folder that `CLIENTSMITH_CONFORMANCE` names.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ.get("CLIENTSMITH_CONFORMANCE", ""), "typespec")
WHOLE = "CLIENTSMITH_WHOLE_CONFORMANCE" in os.environ
VERSIONS = ("3.0.0", "3.1.0", "3.2.0") if WHOLE else ("3.1.0",)
"""The versions of OpenAPI whose documents this run looks at."""


@dataclass(frozen=True, slots=True)
class Step:
    """One call of a scenario, as one document has it."""

    scenario: str
    api: dict[str, Any]
    method: str
    path: str


def documents() -> list[str]:
    """List the documents of these versions, none where there is no folder."""
    if "CLIENTSMITH_CONFORMANCE" not in os.environ:
        return []
    return [
        str(path.relative_to(FOLDER))
        for version in VERSIONS
        for path in sorted((FOLDER / "openapi" / version).glob("*.json"))
    ]


def version_of(document: str) -> str:
    """Return the version of OpenAPI that a document is written in."""
    return Path(document).parent.name


def scenarios_in(document: str) -> set[str]:
    """List the scenarios whose every call a document describes."""
    return {
        scenario["scenario"]
        for scenario in _scenarios()
        if all(
            any(each["document"] == document for each in api["operations"])
            for api in scenario["apis"]
        )
    }


def steps_in(document: str) -> Iterator[Step]:
    """Yield the calls that a document describes, in the order of the scenarios."""
    for scenario in _scenarios():
        for api in scenario["apis"]:
            for operation in api["operations"]:
                if operation["document"] == document:
                    path = operation["path"]
                    yield Step(scenario["scenario"], api, api["method"], path)


def out_of_reach(version: str) -> set[str]:
    """List the scenarios with a call that no document of a version describes."""
    prefix = f"openapi/{version}/"
    return {
        scenario["scenario"]
        for scenario in _scenarios()
        for api in scenario["apis"]
        if not any(each["document"].startswith(prefix) for each in api["operations"])
    }


@cache
def _scenarios() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((FOLDER / "scenarios.json").read_text())[
        "scenarios"
    ]
    return listed
