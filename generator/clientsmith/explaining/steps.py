"""What happened to a part of a description on its way into a package."""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.ir import is_component
from clientsmith.load import JSON, Document
from clientsmith.origins import edit_named
from clientsmith.pointer import Pointer
from clientsmith.resolve import Description, items, members, reference_of

_SHOWN = 5


def steps_of(document: Document, description: Description, at: Pointer) -> list[str]:
    """Say what wrote, moved or merged the value at a pointer of the description."""
    written = description.moves.origin(at)
    value = description.lookup(at)
    return [
        *_actions(document, written, _value(document, written)),
        *_conversion(at, written),
        *_merging(document, description, value, at),
        *_opaque(description, at),
    ]


def _value(document: Document, at: Pointer) -> JSON:
    value = document.values.get(at.file)
    for step in at.steps:
        listed = items(value)
        if step.isdecimal() and int(step) < len(listed):
            value = listed[int(step)]
        else:
            value = members(value).get(step)
    return value


def _actions(document: Document, at: Pointer, value: JSON) -> Iterator[str]:
    """Name the actions of overlays that made the value, or parts of it."""
    seen: dict[Pointer, Pointer] = {}
    for place in _below(value, at):
        action = document.edit(place)
        if action is not None:
            seen.setdefault(action, place)
    for action, place in list(seen.items())[:_SHOWN]:
        part = "this" if place == at else f"`{'/'.join(place.steps[len(at.steps) :])}`"
        where = document.locate(action)
        yield f"{part} comes from {edit_named(action)} ({where})"
    if len(seen) > _SHOWN:
        yield f"and parts of it from {len(seen) - _SHOWN} more actions or patches"


def _below(value: JSON, at: Pointer) -> Iterator[Pointer]:
    yield at
    for key, each in members(value).items():
        yield from _below(each, at / key)
    for index, each in enumerate(items(value)):
        yield from _below(each, at / index)


def _conversion(at: Pointer, written: Pointer) -> list[str]:
    if at == written:
        return []
    return [f"converted from Swagger 2.0, where {at} would be its place"]


def _merging(
    document: Document, description: Description, value: JSON, at: Pointer
) -> Iterator[str]:
    """List what `allOf` combines here, each part with its place."""
    for index, part in enumerate(items(members(value).get("allOf"))):
        reference = reference_of(part)
        target = at / "allOf" / index
        if reference is not None:
            target = description.pointer(reference)
        place = _shown(document, description.moves.origin(target))
        yield f"`allOf` merges {place}"


def _opaque(description: Description, at: Pointer) -> Iterator[str]:
    if at in description.stand_ins:
        yield "it was wrong, and something opaque stands in its place"


def _shown(document: Document, at: Pointer) -> str:
    position = document.locate(at)
    return f"{position} ({at})" if position else str(at)


def naming_of(at: Pointer, title: JSON) -> str:
    """Say by what a schema is called as it is."""
    if is_component(at):
        return "it has the name of the component"
    if isinstance(title, str):
        return f"it stands inline, and is called after its title, {title!r}"
    parent = at.parent.parent if at.parent.last == "properties" else at.parent
    return f"it stands inline, and is called after what it is in, {parent}"
