"""The document that a judge is given: as it was published, or as it was resolved.

Steady reads one file of OpenAPI 3.0 or 3.1, and trips over extensions that look like
references and over servers whose addresses have variables.
"""

from __future__ import annotations

from typing import Any

from clientsmith.pipeline import Compiled
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve.upgrade import LITERALS, NAMED

_READ = ("3.0", "3.1")
_RESOLVED = "3.1.0"
_OTHERS = "x-files"
_METHODS = ("delete", "get", "head", "options", "patch", "post", "put", "trace")
_NOTHING = {"200": {"description": "Nothing is said of it."}}
_STREAMS = (
    "text/event-stream",
    "application/jsonl",
    "application/x-ndjson",
    "application/x-jsonl",
    "application/json-seq",
)
_LEFT_OUT = ("externalDocs", "servers", "tags")


def served(compiled: Compiled, *, streams: bool = False) -> dict[str, Any]:
    """Return the document for the judge, whose answers may be streams where they can.

    It answers with the first media type that is declared, whatever is accepted.
    """
    description, document = compiled.description, compiled.document
    assert description is not None
    assert document is not None
    names = [name for name in description.values if name]
    is_read = description.version.startswith(_READ) and not description.stand_ins
    if is_read and not names:
        made = _plain(document.value)
    else:
        others = {name: _plain(description.values[name]) for name in names}
        root = _plain(description.values[""])
        made = {**root, "openapi": _RESOLVED, _OTHERS: others}
    return _answered(made, _streaming(compiled) if streams else frozenset())


def _streaming(compiled: Compiled) -> frozenset[tuple[str, str]]:
    """List the operations that have a method for streams beside the plain one."""
    assert compiled.report is not None
    return frozenset(
        (each.path, each.method.lower())
        for each in compiled.report.operations
        if each.stream_call
    )


def _plain(value: Any, *, names: bool = False) -> Any:
    """Copy what says how to call; `names` is whether keys are names."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    made: dict[str, Any] = {}
    for key, item in value.items():
        if names:
            made[key] = _plain(item)
        elif key == "$ref" and isinstance(item, str):
            made[key] = _within(parse_reference(item))
        elif key in LITERALS:
            if not _seems_to_refer(item):
                made[key] = item
        elif not (key.startswith("x-") or key in _LEFT_OUT):
            below = key in NAMED and isinstance(item, dict)
            made[key] = _plain(item, names=below)
    return made


def _answered(
    document: dict[str, Any], streaming: frozenset[tuple[str, str]]
) -> dict[str, Any]:
    """Give every operation an answer, without which the judge gives up."""
    paths = {
        path: {
            key: _operation(item, streams=(path, key) in streaming)
            if key in _METHODS
            else item
            for key, item in operations.items()
        }
        for path, operations in document.get("paths", {}).items()
    }
    return {**document, "paths": paths}


def _operation(operation: dict[str, Any], *, streams: bool) -> dict[str, Any]:
    responses: dict[str, Any] = operation.get("responses") or _NOTHING
    if streams:
        responses = {
            status: {**response, "content": _streamed(response["content"])}
            if status.startswith("2") and "content" in response
            else response
            for status, response in responses.items()
        }
    return {**operation, "responses": responses}


def _streamed(content: dict[str, Any]) -> dict[str, Any]:
    """Leave only the streams of an answer; some documents speak of these in words."""
    found = {
        media_type: item
        for media_type, item in content.items()
        if media_type.partition(";")[0] in _STREAMS
    }
    return found or {_STREAMS[0]: next(iter(content.values()))}


def _seems_to_refer(data: Any) -> bool:
    """Tell whether there is something in data that the judge takes for a reference."""
    if isinstance(data, list):
        return any(map(_seems_to_refer, data))
    if not isinstance(data, dict):
        return False
    reference = data.get("$ref")
    leads_out = isinstance(reference, str) and not reference.startswith("#")
    return leads_out or any(map(_seems_to_refer, data.values()))


def _within(at: Pointer) -> str:
    """Refer to a place in the one file that is served."""
    return str(Pointer("", (_OTHERS, at.file, *at.steps)) if at.file else at)
