"""Calls a generated package by its report, and says which names were lost.

Run as a script, so that every package has an interpreter of its own:
`python names_on_the_wire.py OUT PACKAGE REPORT CASE`.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl


def main(out: str, package: str, report: str, case: str) -> None:
    """Print what is wrong, one line each."""
    sys.path.insert(0, out)
    root = importlib.import_module(package)
    for module in pkgutil.walk_packages(root.__path__, f"{package}."):
        importlib.import_module(module.name)
    operations = json.loads(Path(report).read_text("utf-8"))["operations"]
    wire = json.loads(Path(case).read_text("utf-8")).get("wire", {})
    problems = [*_operations(root, operations), *_round_trip(root, wire)]
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))


def _operations(root: Any, operations: list[dict[str, Any]]) -> Iterator[str]:
    """Build the request of every operation, and look for each of its names in it."""
    client = root.Client(base_url="https://pets.example")
    paths: set[str] = set()
    for operation in operations:
        *resource, method = operation["call"].split(".")[1:]
        place = client
        for part in resource:
            place = getattr(place, part)
        given = [one for one in operation["arguments"] if one["place"] != "body"]
        request = getattr(place.requests, method)(
            **{one["name"]: f"v-{one['place']}" for one in given},
        )
        paths.add(f"{request.method} {request.path}")
        for one in given:
            if not _is_sent(request, one["place"], one["wire_name"]):
                what = f"{one['place']} {one['wire_name']!r}"
                yield f"{operation['call']}: {what} is lost"
    if len(paths) != len(operations):
        yield f"{len(operations)} operations have {len(paths)} paths"


def _is_sent(request: Any, place: str, wire_name: str) -> bool:
    value = f"v-{place}"
    match place:
        case "query":
            return (wire_name, value) in parse_qsl(request.query.lstrip("?"))
        case "header":
            return request.headers.get(wire_name) == value
        case "cookie":
            return f"{wire_name}={value}" in request.cookies
        case _:
            return value in request.path


def _round_trip(root: Any, wire: dict[str, Any]) -> Iterator[str]:
    """Read an object and write it again; its attributes hold the same values."""
    expected = wire.get("round_trip")
    if not expected:
        return
    models = importlib.import_module(f"{root.__name__}.models")
    model = getattr(models, wire["schema"])
    read = model.model_validate_json(json.dumps(expected))
    dumped = json.loads(read.model_dump_json(by_alias=True))
    if dumped != expected:
        yield f"round trip: {sorted({*dumped.items()} ^ {*expected.items()})}"
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in expected and getattr(read, name) != expected[key]:
            yield f"attribute {name} is not {key!r}"
    declared = {field.alias or name for name, field in model.model_fields.items()}
    if declared != {*expected}:
        yield f"declared: {sorted(declared ^ {*expected})}"


main(*sys.argv[1:])
