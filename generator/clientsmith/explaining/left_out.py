"""Why a part of a description is not there: not chosen, led to by nothing, removed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from clientsmith.load import ABSENT, Choice, Document, Shaping
from clientsmith.load.shaping.choice import Operation
from clientsmith.load.shaping.selection import HOLDERS, operations_in
from clientsmith.origins import edit_named
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve import members


class Stages(Struct, frozen=True):
    """A description before some of what is made of it.

    `whole` has all operations and components, `published` neither overlays nor
    patches; `shaped` is what is left.
    """

    shaped: Document
    whole: Document | None
    published: Document | None
    shaping: Shaping


def left_out(stages: Stages, reference: str) -> list[str] | None:
    """Say why a part of the description is left out; None if it never was there."""
    at = parse_reference(reference)
    for document, reasons in (
        (stages.whole, _not_taken),
        (stages.published, _removed),
    ):
        if document is not None and _is_there(document, at):
            place = document.locate(at)
            from_ = f"  from: {place} ({at})" if place else f"  from: {at}"
            return [str(at), from_, *reasons(stages, document, at)]
    return None


def _is_there(document: Document, at: Pointer) -> bool:
    value = document.values.get(at.file)
    for step in at.steps:
        if isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        elif isinstance(value, dict) and step in value:
            value = value[step]
        else:
            return False
    return at.file in document.values


def _not_taken(stages: Stages, whole: Document, at: Pointer) -> Iterator[str]:
    """Name what does not choose the operations here, or why nothing leads here."""
    if at.steps[:1] and at.steps[0] in HOLDERS:
        for operation in _operations(whole, at):
            yield from _choices(stages, operation)
    else:
        yield f"  pruned: nothing that is left leads to it; {_pruned_by(stages)}"


def _operations(whole: Document, at: Pointer) -> Iterator[Operation]:
    """Yield the operations that a pointer is in, or that are in it."""
    holder, path, *_ = *at.steps, ""
    item = members(members(members(whole.value).get(holder)).get(path))
    for method, value, place in operations_in(item, Pointer(steps=(holder, path))):
        if place.below(at) or at.below(place):
            yield Operation(path, method, value, item)


def _choices(stages: Stages, operation: Operation) -> Iterator[str]:
    shaping = stages.shaping
    name = f"`{operation.name}`"
    if shaping.exclude:
        for key, fits in shaping.exclude.answers(operation).items():
            if fits:
                place = _where(stages, shaping.exclude, key)
                values = " and ".join(f"`{each}`" for each in sorted(fits))
                yield f"  left out: {name} fits {values} of `exclude.{key}`{place}"
    if shaping.include:
        for key, fits in shaping.include.answers(operation).items():
            if not fits:
                place = _where(stages, shaping.include, key)
                yield f"  left out: {name} fits nothing of `include.{key}`{place}"


def _pruned_by(stages: Stages) -> str:
    """Say why components are pruned at all."""
    shaping = stages.shaping
    if shaping.prunes:
        return "`prune = true` asks for that"
    choice = shaping.exclude or shaping.include
    place = _where(stages, choice) if choice else ""
    return f"operations are chosen{place}, and `prune = false` would keep it"


def _where(stages: Stages, choice: Choice, key: str = "") -> str:
    at = choice.origin / key if key else choice.origin
    place = stages.shaped.locate(at)
    return f" ({place})" if place else ""


def _removed(stages: Stages, published: Document, at: Pointer) -> Iterator[str]:
    """Name the patch that removes a part, or say that an overlay does."""
    del published
    for patch in stages.shaping.patches:
        around = at.steps[: len(patch.at.steps)]
        if patch.value is ABSENT and patch.at.steps == around:
            place = stages.shaped.locate(patch.origin)
            yield f"  removed: {edit_named(patch.origin)} does it ({place})"
            return
    yield "  removed: an action of an overlay, or a patch around it, does it"
