"""The multipart cases of the suite, and generated methods that are called with them."""

from __future__ import annotations

import base64
import importlib
import json
import os
import sys
from dataclasses import dataclass, field
from functools import cache, reduce
from pathlib import Path
from typing import Any

import httpx2
from msgspec import to_builtins

from clientsmith.load import Source
from conformance.multipart_reading import Received, read_parts
from roundtrip.packages import generate, use

_FOLDER = os.environ.get("CLIENTSMITH_CONFORMANCE")


@cache
def cases() -> list[dict[str, Any]]:
    """Return every case, or none where the suite is not at hand."""
    return _read("cases.json") if _FOLDER else []


@cache
def behaviours() -> dict[str, Any]:
    """Return what is asked beyond single bodies."""
    return _read("behaviours.json") if _FOLDER else {}


def _read(name: str) -> Any:
    return json.loads((Path(_FOLDER or "") / "multipart" / name).read_text("utf-8"))


@dataclass(slots=True)
class Subject:
    """A client of the document, how its operations are called, and what it sends."""

    module: Any
    operations: dict[str, Any]
    requests: list[httpx2.Request] = field(default_factory=list[httpx2.Request])
    statuses: list[int] = field(default_factory=list[int])

    def call(self, operation_id: str, values: dict[str, Any], **options: Any) -> None:
        """Call a method with the properties of its body."""
        operation = self.operations[operation_id]
        names = {one["wire_name"]: one["name"] for one in operation["arguments"]}
        given = {names[key]: value for key, value in values.items()}
        http = httpx2.Client(transport=httpx2.MockTransport(self._answer))
        policy = importlib.import_module(f"{self.module.__name__}._runtime.retry")
        with self.module.Client(
            base_url="http://127.0.0.1",
            http_client=http,
            retry=policy.RetryPolicy(initial_delay=0),
        ) as client:
            steps = operation["call"].split(".")[1:]
            reduce(getattr, steps, client)(**given, request_options=options)

    def parts(self) -> list[Received]:
        """Read the parts of the last request."""
        request = self.requests[-1]
        return read_parts(request.headers["content-type"], request.content)

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        return httpx2.Response(self.statuses.pop(0) if self.statuses else 204)


def subject(folder: Path) -> Subject:
    """Generate the package of the document and import it."""
    document = Path(_FOLDER or "") / "multipart" / "openapi.json"
    made = generate(Source(document.name, document.read_bytes()), "multipart_client")
    assert made.compiled.report is not None
    use(made, folder)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    entries = to_builtins(made.compiled.report.operations)
    module = importlib.import_module("multipart_client")
    return Subject(module, {entry["operation_id"]: entry for entry in entries})


def given(value: Any) -> Any:
    """Put the tuple of a file for each `$file` of a case."""
    if isinstance(value, list):
        return [given(item) for item in value]
    if isinstance(value, dict) and "$file" in value:
        file = value["$file"]
        content = base64.b64decode(file["base64"])
        return file["filename"], content, file["content_type"]
    return value


def differences(case: dict[str, Any], parts: list[Received]) -> list[str]:
    """Say what of a body is not what the case expects."""
    wanted = sorted(case["parts"], key=lambda one: one["name"])
    found = sorted(parts, key=lambda one: one.name)
    if [one["name"] for one in wanted] != [one.name for one in found]:
        return [f"the parts are {[one.name for one in found]}"]
    return [
        told
        for one, part in zip(wanted, found, strict=True)
        for told in _differences(one, part, exactly="must" not in case)
    ]


def _differences(wanted: dict[str, Any], part: Received, *, exactly: bool) -> list[str]:
    told: list[str] = []
    data = base64.b64decode(wanted["data_base64"])
    same = (
        json.loads(part.data) == json.loads(data)
        if wanted.get("json")
        else part.data == data
    )
    if not same:
        told.append(f"{part.name} is {part.data!r}")
    allowed = (wanted["content_type"] or "").split("|")
    if wanted["content_type"] and (part.content_type or "absent") not in allowed:
        told.append(f"{part.name} is {part.content_type}")
    if exactly and part.filename != wanted["filename"]:
        told.append(f"{part.name} is called {part.filename!r}")
    return told
