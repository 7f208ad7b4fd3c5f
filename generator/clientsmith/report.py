"""What became of everything in a description: emitted, opaque, merged or refused.

The entries come from the document and their status from what was made of it, so
that a part no stage has accounted for cannot go missing unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias, cast

from .ir import Api, Binary, MediaType, Operation
from .lower import Lowered
from .plan import Package
from .plan.arguments import body_kind, take_arguments
from .plan.package import Argument, Call
from .pointer import Pointer, parse_reference
from .resolve import Description, lookup

Status: TypeAlias = Literal["emitted", "opaque", "merged", "refused"]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class ConservationError(AssertionError):
    """Something of the document was neither made nor reported: a bug in clientsmith."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of the document and what became of it."""

    pointer: str
    status: Status


@dataclass(frozen=True, slots=True)
class OperationEntry:
    """One operation and how it is called; no call where it was refused."""

    pointer: str
    status: Status
    method: str
    path: str
    operation_id: str | None
    call: str | None
    stream_call: str | None
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The accounts of one run; `diagnostics` are added by whoever shows them."""

    operations: tuple[OperationEntry, ...]
    parameters: tuple[Entry, ...]
    media_types: tuple[Entry, ...]
    schemas: tuple[Entry, ...]

    def as_json(self, diagnostics: list[dict[str, object]]) -> dict[str, Any]:
        """Return the report as plain values."""
        lists = asdict(self)
        for operation in lists["operations"]:
            if operation["stream_call"] is None:
                del operation["stream_call"]
        return {**lists, "diagnostics": diagnostics}


def make_report(
    description: Description,
    lowered: Lowered,
    package: Package,
) -> Report:
    """Account for every operation, parameter, media type and component schema.

    Raises:
        ConservationError: The accounts do not add up.
    """
    walk = _Walk(description)
    report = Report(
        operations=tuple(_operations(walk, package)),
        parameters=tuple(_parameters(walk, lowered)),
        media_types=tuple(_media_types(walk, lowered)),
        schemas=tuple(_schemas(walk, lowered, package)),
    )
    _check(report, lowered.api, package)
    return report


def _check(report: Report, api: Api, package: Package) -> None:
    """Assert that what was made is what the accounts say was made."""
    called = [entry for entry in report.operations if entry.status == "emitted"]
    _same("operations", {e.pointer for e in called}, {c.pointer for c in package.calls})
    made = {str(p.at) for operation in api.operations for p in operation.parameters}
    made -= {str(operation.at) for operation in api.operations}
    known = {entry.pointer for entry in report.parameters}
    _same("parameters", made - known, set())
    for entries in (report.operations, report.parameters, report.media_types):
        if len({entry.pointer for entry in entries}) != len(entries):
            raise ConservationError("a part of the document is accounted for twice")


def _same(what: str, one: set[str], other: set[str]) -> None:
    if one != other:
        missing = ", ".join(sorted(one ^ other)[:5])
        raise ConservationError(f"{what} do not add up: {missing}")


@dataclass(frozen=True, slots=True)
class _Walk:
    """The document as plain values, entered through its references."""

    description: Description

    def enter(self, value: Any, at: Pointer) -> tuple[dict[str, Any], Pointer]:  # noqa: ANN401
        while isinstance(value, dict) and "$ref" in value:
            node = cast("dict[str, Any]", value)
            at = Pointer(at.file, parse_reference(node["$ref"]).steps)
            value = lookup(self.description.value, at)
        return cast("dict[str, Any]", value), at

    def items(self) -> Iterator[tuple[str, dict[str, Any], Pointer]]:
        root = self.description.root / "paths"
        for path, raw in (self.description.value.get("paths") or {}).items():
            item, at = self.enter(raw, root / path)
            yield path, item, at

    def operations(self) -> Iterator[tuple[str, str, dict[str, Any], Pointer]]:
        for path, item, at in self.items():
            for method in METHODS:
                if method in item:
                    yield path, method, item[method], at / method

    def refused(self) -> Iterator[tuple[str, str, dict[str, Any], Pointer]]:
        """Yield the operations that are not called by a client, or not yet."""
        root = self.description.root / "webhooks"
        for name, raw in (self.description.value.get("webhooks") or {}).items():
            yield from self._of_item(name, *self.enter(raw, root / name))
        for path, item, at in self.items():
            if "query" in item:
                yield path, "query", item["query"], at / "query"
            for method, operation in (item.get("additionalOperations") or {}).items():
                place = at / "additionalOperations" / method
                yield path, method.lower(), operation, place
        for _, _, operation, at in self.operations():
            for name, raw in (operation.get("callbacks") or {}).items():
                callback, place = self.enter(raw, at / "callbacks" / name)
                for expression, item in callback.items():
                    entered = self.enter(item, place / expression)
                    yield from self._of_item(expression, *entered)

    @staticmethod
    def _of_item(
        path: str,
        item: dict[str, Any],
        at: Pointer,
    ) -> Iterator[tuple[str, str, dict[str, Any], Pointer]]:
        for method in METHODS:
            if method in item:
                yield path, method, item[method], at / method


def _operations(walk: _Walk, package: Package) -> Iterator[OperationEntry]:
    calls = {call.pointer: call for call in package.calls}
    for path, method, operation, at in walk.operations():
        yield _operation(path, method, operation, at, calls.get(str(at)))
    seen: set[Pointer] = set()
    for path, method, operation, at in walk.refused():
        if at not in seen:
            seen.add(at)
            yield _operation(path, method, operation, at, None)


def _operation(
    path: str,
    method: str,
    operation: Mapping[str, Any],
    at: Pointer,
    call: Call | None,
) -> OperationEntry:
    return OperationEntry(
        pointer=str(at),
        status="emitted" if call else "refused",
        method=method.upper(),
        path=path,
        operation_id=operation.get("operationId"),
        call=call.call if call else None,
        stream_call=call.stream_call if call else None,
        arguments=call.arguments if call else (),
    )


def _parameters(walk: _Walk, lowered: Lowered) -> Iterator[Entry]:
    made = {
        parameter.at
        for operation in lowered.api.operations
        for parameter in operation.parameters
    }
    seen: set[Pointer] = set()
    for at in _parameter_sites(walk):
        if at in seen:
            continue
        seen.add(at)
        _, place = walk.enter(lookup(walk.description.value, at), at)
        if at in made:
            yield Entry(str(at), "opaque" if at in lowered.opaque else "emitted")
        else:
            yield Entry(str(at), "refused" if place in lowered.opaque else "merged")


def _parameter_sites(walk: _Walk) -> Iterator[Pointer]:
    for _, item, at in walk.items():
        for index, _ in enumerate(item.get("parameters") or ()):
            yield at / "parameters" / index
        for method in METHODS:
            for index, _ in enumerate(item.get(method, {}).get("parameters") or ()):
                yield at / method / "parameters" / index


def _media_types(walk: _Walk, lowered: Lowered) -> Iterator[Entry]:
    made = dict(_made_media_types(lowered))
    seen: set[Pointer] = set()
    for at in _media_type_sites(walk):
        if at not in seen:
            seen.add(at)
            yield Entry(str(at), made.get(at, "refused"))


def _made_media_types(lowered: Lowered) -> Iterator[tuple[Pointer, Status]]:
    for operation in lowered.api.operations:
        for response in operation.responses:
            for content in response.content:
                opaque = content.at in lowered.opaque
                yield content.at, "opaque" if opaque else "emitted"
        sent = take_arguments(lowered.api, operation).body
        if sent is not None:
            yield sent.at, _sent_status(operation, sent)


def _sent_status(operation: Operation, sent: MediaType | Binary) -> Status:
    typed = isinstance(sent, MediaType)
    return "opaque" if typed and body_kind(sent) == "binary" else "emitted"


def _media_type_sites(walk: _Walk) -> Iterator[Pointer]:
    for _, _, operation, at in walk.operations():
        bodies = [(operation.get("requestBody"), at / "requestBody")]
        bodies += [
            (response, at / "responses" / status)
            for status, response in (operation.get("responses") or {}).items()
        ]
        for raw, place in bodies:
            if raw is not None:
                body, where = walk.enter(raw, place)
                for content_type in body.get("content") or {}:
                    yield where / "content" / content_type


def _schemas(walk: _Walk, lowered: Lowered, package: Package) -> Iterator[Entry]:
    root = walk.description.root / "components" / "schemas"
    components = walk.description.value.get("components") or {}
    for name in components.get("schemas") or {}:
        at = root / name
        if at in lowered.opaque:
            yield Entry(str(at), "opaque")
        else:
            yield Entry(str(at), "emitted" if str(at) in package.emitted else "merged")
