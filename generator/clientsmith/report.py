"""What became of everything in a description: emitted, opaque, merged or refused.

The entries come from the document and their status from what was made of it, so
that a part no stage has accounted for cannot go missing unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from .ir import Api, MediaType, Parameter, is_component
from .load import JSON
from .lower import Lowered
from .plan import Package
from .plan.bodies import Sent, sent_bodies
from .plan.package import Argument, Call, ResourceModule
from .pointer import Pointer, parse_reference
from .resolve import Description, members
from .sites import Walk, media_type_sites, parameter_sites

Status: TypeAlias = Literal["emitted", "opaque", "merged", "refused"]


class ConservationError(AssertionError):
    """Something of the document was neither made nor reported: a bug in clientsmith."""


class Entry(Struct, frozen=True):
    """One part of the document and what became of it."""

    pointer: str
    status: Status


class OperationEntry(Struct, frozen=True):
    """One operation and how it is called; no call where it was refused."""

    pointer: str
    status: Status
    method: str
    path: str
    operation_id: str | None
    call: str | None
    stream_call: str | None
    download_call: str | None
    pages: str | None
    """By what it is known how its pages follow each other, if it has any."""
    arguments: tuple[Argument, ...]


class Report(Struct, frozen=True):
    """The accounts of one run; `diagnostics` are added by whoever shows them."""

    operations: tuple[OperationEntry, ...]
    parameters: tuple[Entry, ...]
    media_types: tuple[Entry, ...]
    schemas: tuple[Entry, ...]
    stepped_over: tuple[Entry, ...]
    """What was wrong, and is opaque or left out because a policy let it pass."""

    def as_json(self, diagnostics: list[dict[str, object]]) -> dict[str, Any]:
        """Return the report as plain values."""
        lists = to_builtins(self)
        for operation in lists["operations"]:
            for key in ("stream_call", "download_call", "pages"):
                if operation[key] is None:
                    del operation[key]
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
    walk = Walk(description)
    report = Report(
        operations=tuple(_operations(walk, package)),
        parameters=tuple(_parameters(walk, lowered)),
        media_types=tuple(_media_types(walk, lowered, package)),
        schemas=tuple(_schemas(walk, lowered, package)),
        stepped_over=tuple(
            Entry(str(at), status)
            for at, status in sorted(description.stand_ins.items())
        ),
    )
    _check(report, lowered.api, package)
    return report


def _check(report: Report, api: Api, package: Package) -> None:
    """Assert that what was made is what the accounts say was made."""
    lowered = {f"{operation.path} {operation.at}" for operation in api.operations}
    received = {str(webhook.at) for webhook in api.incoming}
    called = [
        entry
        for entry in report.operations
        if entry.status == "emitted" and entry.pointer not in received
    ]
    _same("operations", {f"{each.path} {each.pointer}" for each in called}, lowered)
    _same("webhooks", received, {one.pointer for one in package.received})
    _same("calls", {f"{call.path} {call.pointer}" for call in package.calls}, lowered)
    _same("methods", set(_methods(package)), set(_called(package)))
    made = {str(parameter.at) for parameter in _made_parameters(api)}
    made -= {str(operation.at) for operation in api.operations}
    known = {entry.pointer for entry in report.parameters}
    _same("parameters", made - known, set())
    _once([f"{entry.path} {entry.pointer}" for entry in report.operations])
    _once([entry.pointer for entry in report.parameters])
    _once([entry.pointer for entry in report.media_types])


def _made_parameters(api: Api) -> list[Parameter]:
    called = [one for operation in api.operations for one in operation.parameters]
    return called + [one for webhook in api.incoming for one in webhook.parameters]


def _methods(package: Package) -> Iterator[str]:
    """Name the methods that the planned modules define, and how often."""
    for page in package.pages:
        if isinstance(page.content, ResourceModule):
            names = [str(m.name) for m in page.content.classes[0].methods]
            names += [str(child.name) for child in page.content.classes[0].children]
            _once(names)
            for method in page.content.classes[0].methods:
                yield f"{page.path.rpartition('/')[2]} {method.name}"


def _called(package: Package) -> Iterator[str]:
    """Name the methods that the calls of the report need."""
    for call in package.calls:
        for dotted in (call.call, call.stream_call, call.download_call):
            if dotted is not None:
                yield f"{call.module} {dotted.rpartition('.')[2]}"


def _once(entries: list[str]) -> None:
    if len(set(entries)) != len(entries):
        raise ConservationError("a part of the document is accounted for twice")


def _same(what: str, one: set[str], other: set[str]) -> None:
    if one != other:
        missing = ", ".join(sorted(one ^ other)[:5])
        raise ConservationError(f"{what} do not add up: {missing}")


def _operations(walk: Walk, package: Package) -> Iterator[OperationEntry]:
    calls = {(call.path, call.pointer): call for call in package.calls}
    for path, method, operation, at in walk.operations():
        yield _operation(path, method, operation, at, calls.get((path, str(at))))
    received = {one.pointer: one.call for one in package.received}
    seen: set[Pointer] = set()
    for path, method, operation, at in (*walk.refused(), *walk.received()):
        if at not in seen:
            seen.add(at)
            entry = _operation(path, method, operation, at, None)
            yield _received(entry, received.get(str(at)))


def _received(entry: OperationEntry, call: str | None) -> OperationEntry:
    """Say by what a webhook is read, if it is."""
    return replace(entry, status="emitted", call=call) if call else entry


def _operation(
    path: str,
    method: str,
    operation: dict[str, JSON],
    at: Pointer,
    call: Call | None,
) -> OperationEntry:
    operation_id = operation.get("operationId")
    return OperationEntry(
        pointer=str(at),
        status="emitted" if call else "refused",
        method=method,
        path=path,
        operation_id=operation_id if isinstance(operation_id, str) else None,
        call=call.call if call else None,
        stream_call=call.stream_call if call else None,
        download_call=call.download_call if call else None,
        pages=call.pages if call else None,
        arguments=call.arguments if call else (),
    )


def _parameters(walk: Walk, lowered: Lowered) -> Iterator[Entry]:
    made = {parameter.at for parameter in _made_parameters(lowered.api)}
    items = [*walk.paths(), *walk.incoming()]
    called = set(parameter_sites(items))
    for at in dict.fromkeys(parameter_sites(items)):
        _, place = walk.enter(walk.description.lookup(at), at)
        if at in made:
            yield Entry(str(at), "opaque" if at in lowered.opaque else "emitted")
        elif at in called and place not in lowered.opaque:
            yield Entry(str(at), "merged")
        else:
            yield Entry(str(at), "refused")


def _media_types(
    walk: Walk,
    lowered: Lowered,
    package: Package,
) -> Iterator[Entry]:
    made = dict(_made_media_types(lowered, package))
    seen: set[Pointer] = set()
    for at in media_type_sites(walk):
        if at not in seen:
            seen.add(at)
            yield Entry(str(at), made.get(at, "refused"))


def _made_media_types(
    lowered: Lowered,
    package: Package,
) -> Iterator[tuple[Pointer, Status]]:
    used = {pointer for call in package.calls for pointer in call.answers}
    for received in package.received:
        for pointer in map(parse_reference, received.answers):
            opaque = pointer in lowered.opaque
            yield pointer, "opaque" if opaque else "emitted"
    for operation in lowered.api.operations:
        for response in operation.responses:
            for content in response.content:
                if str(content.at) in used:
                    opaque = content.at in lowered.opaque
                    yield content.at, "opaque" if opaque else "emitted"
        for sent in sent_bodies(lowered.api, operation):
            at = sent.content.at
            yield at, _sent_status(sent, opaque=at in lowered.opaque)


def _sent_status(sent: Sent, *, opaque: bool) -> Status:
    as_bytes = isinstance(sent.content, MediaType) and sent.kind == "bytes"
    return "opaque" if opaque or as_bytes else "emitted"


def _schemas(walk: Walk, lowered: Lowered, package: Package) -> Iterator[Entry]:
    root = walk.description.root / "components" / "schemas"
    components = members(walk.document.get("components"))
    named = [root / name for name in members(components.get("schemas"))]
    named += [at for at in walk.description.elsewhere if is_component(at)]
    for at in named:
        if at in lowered.opaque:
            yield Entry(str(at), "opaque")
        else:
            yield Entry(str(at), "emitted" if str(at) in package.emitted else "merged")
