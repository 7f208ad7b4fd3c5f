"""Where a description has operations, parameters and media types, called or not.

https://spec.openapis.org/oas/v3.2.0.html#openapi-object
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from .load import JSON
from .pointer import Pointer
from .resolve import (
    ADDED,
    Description,
    is_method,
    items,
    lookup,
    members,
    operations_of,
    reference_of,
)

Item: TypeAlias = tuple[str, dict[str, JSON], Pointer]
"""Path, path item and where it is."""
Found: TypeAlias = tuple[str, str, dict[str, JSON], Pointer]
"""Path, method, operation and where it is."""


class Walk(Struct, frozen=True):
    """The document as plain values, entered through its references."""

    description: Description

    @property
    def document(self) -> dict[str, JSON]:
        """The root document."""
        return members(self.description.value)

    def enter(self, value: JSON, at: Pointer) -> tuple[dict[str, JSON], Pointer]:
        """Return what a value stands for, and where that is."""
        while (reference := reference_of(value)) is not None:
            at = self.description.pointer(reference)
            value = self.description.lookup(at)
        return members(value), at

    def paths(self) -> Iterator[Item]:
        """Yield the path items that a client calls."""
        root = self.description.root / "paths"
        for path, raw in members(self.document.get("paths")).items():
            item, at = self.enter(raw, root / path)
            yield path, item, at

    def operations(self) -> Iterator[Found]:
        """Yield the operations that a client calls."""
        for path, item, at in self.paths():
            yield from of_item(path, item, at)

    def left_out(self) -> Iterator[tuple[str, Pointer]]:
        """Yield the paths of operations that were wrong, and where these were."""
        holders: dict[Pointer, list[Pointer]] = {}
        for at in sorted(self.description.stand_ins):
            for holder in (at.parent, at.parent.parent):
                holders.setdefault(holder, []).append(at)
        for path, _, item in self.paths():
            yield from (
                (path, at) for at in holders.get(item, ()) if is_method(at, item)
            )

    def incoming(self) -> Iterator[Item]:
        """Yield the path items of webhooks and callbacks, which the API calls."""
        pending = deque(
            (name, *self.enter(raw, at)) for name, raw, at in self._webhooks()
        )
        for _, _, operation, at in self.operations():
            pending += self.callbacks(operation, at)
        seen: set[Pointer] = set()
        while pending:
            name, item, at = pending.popleft()
            if at not in seen:
                seen.add(at)
                yield name, item, at
                for _, _, operation, place in of_item(name, item, at):
                    pending += self.callbacks(operation, place)

    def _webhooks(self) -> Iterator[tuple[str, JSON, Pointer]]:
        """Yield webhooks, and those that 3.0 has as an extension."""
        named = members(self.document.get("webhooks"))
        for key in ("webhooks", "x-webhooks"):
            for name, raw in members(self.document.get(key)).items():
                if key == "webhooks" or name not in named:
                    yield name, raw, self.description.root / key / name

    def callbacks(self, operation: dict[str, JSON], at: Pointer) -> Iterator[Item]:
        """Yield the path items of the callbacks of an operation."""
        for name, raw in members(operation.get("callbacks")).items():
            callback, place = self.enter(raw, at / "callbacks" / name)
            for expression, below in callback.items():
                if not expression.startswith("x-"):
                    yield expression, *self.enter(below, place / expression)

    def refused(self) -> Iterator[Found]:
        """Yield the operations that were wrong."""
        for path, at in self.left_out():
            method = at.last if at.parent.last == ADDED else at.last.upper()
            yield path, method, {}, at

    def received(self) -> Iterator[Found]:
        """Yield the operations of webhooks and callbacks."""
        for name, item, at in self.incoming():
            yield from of_item(name, item, at)


def of_item(path: str, item: dict[str, JSON], at: Pointer) -> Iterator[Found]:
    """Yield the operations of a path item."""
    for method, place in operations_of(item, at):
        below = Pointer(steps=place.steps[len(at.steps) :])
        yield path, method, members(lookup(item, below)), place


def parameter_sites(found: Iterable[Item]) -> Iterator[Pointer]:
    """Yield where path items and their operations list parameters."""
    for path, item, at in found:
        yield from _listed(item, at)
        for _, _, operation, place in of_item(path, item, at):
            yield from _listed(operation, place)


def _listed(holder: dict[str, JSON], at: Pointer) -> Iterator[Pointer]:
    for index, _ in enumerate(items(holder.get("parameters"))):
        yield at / "parameters" / index


def media_type_sites(walk: Walk) -> Iterator[Pointer]:
    """Yield the media types of all bodies, references followed."""
    for _, _, operation, at in (
        *walk.operations(),
        *walk.refused(),
        *walk.received(),
    ):
        bodies = [(operation.get("requestBody"), at / "requestBody")]
        bodies += [
            (response, at / "responses" / status)
            for status, response in members(operation.get("responses")).items()
        ]
        for raw, place in bodies:
            body, where = walk.enter(raw, place)
            if where in walk.description.stand_ins:
                continue
            for content_type, media_type in members(body.get("content")).items():
                _, at_last = walk.enter(media_type, where / "content" / content_type)
                yield at_last
