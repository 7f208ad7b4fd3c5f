"""The document that a judge is given: as it was published, or as it was resolved.

Steady reads one file of OpenAPI 3.0 or 3.1, and trips over extensions that look like
references and over servers whose addresses have variables.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    root = document.value if is_read and not names else description.values[""]
    made = _plain(root)
    if names:
        others = {name: _plain(description.values[name]) for name in names}
        made |= {_OTHERS: _resolved(others, {**made, _OTHERS: others})}
    if not is_read or names:
        made["openapi"] = _RESOLVED
    made["paths"] = _below_servers(made["paths"], root)
    return _answered(made, _streaming(compiled) if streams else frozenset())


def _resolved(value: Any, document: Any) -> Any:
    """Leave out references that lead nowhere: nothing that is called has one.

    Only what an operation reaches was resolved.
    """
    if isinstance(value, list):
        return [_resolved(item, document) for item in value]
    if not isinstance(value, dict):
        return value
    reference = value.get("$ref")
    if isinstance(reference, str) and not _is_found(document, reference):
        return {}
    return {key: _resolved(item, document) for key, item in value.items()}


def _is_found(document: Any, reference: str) -> bool:
    for step in parse_reference(reference).steps:
        if not isinstance(document, dict | list):
            return False
        known = range(len(document)) if isinstance(document, list) else document
        key: Any = int(step) if isinstance(document, list) else step
        if key not in known:
            return False
        document = document[key]
    return True


def _below_servers(paths: Mapping[str, Any], root: Mapping[str, Any]) -> dict[str, Any]:
    """Put operations whose server is below that of the API where that one is."""
    base = _address(root) or ""
    found: dict[str, dict[str, Any]] = {}
    for path, item in paths.items():
        given = root["paths"][path]
        shared = {key: part for key, part in item.items() if key not in _METHODS}
        found[path] = {**shared}
        for key in [key for key in item if key not in shared]:
            address = _address(given[key]) or _address(given) or base
            below = address.removeprefix(base) if address.startswith(base) else ""
            found.setdefault(below + path, {**shared})[key] = item[key]
    return found


def _address(value: Mapping[str, Any]) -> str | None:
    servers = value.get("servers")
    return str(servers[0]["url"]).rstrip("/") if servers else None


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
    """Give every operation an answer of success, without which the judge gives up."""
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
    responses: dict[str, Any] = operation.get("responses", {})
    if not any(status.startswith(("2", "3")) for status in responses):
        responses = _NOTHING | responses
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
    return "$ref" in data or any(map(_seems_to_refer, data.values()))


def _within(at: Pointer) -> str:
    """Refer to a place in the one file that is served."""
    return str(Pointer("", (_OTHERS, at.file, *at.steps)) if at.file else at)
