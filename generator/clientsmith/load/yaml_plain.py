"""Composes the values of a YAML text in which each of them is written out, once.

Most descriptions have no anchors, tags or merges, and nothing is wrong with them.
Their values need no nodes, which take twice as long: `yaml_compose` is for the others.
https://yaml.org/spec/1.2.2/#31-processes
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct, field

from .nesting import DEEPEST
from .yaml_scalars import resolve_scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .reading import JSON
    from .yaml_events import Event


class NotPlainError(Exception):
    """There is more to the text than values, or something is wrong with it."""


class PlainText(Struct):
    """The value of a text, and where its parts begin.

    Keys and values have numbers, in the order in which they are written.
    """

    value: JSON = None
    offsets: list[int] = field(default_factory=list[int])
    """Where each begins, by its number."""
    ends: dict[int, int] = field(default_factory=dict[int, int])
    """What number follows a mapping or a sequence."""
    written: dict[int, str] = field(default_factory=dict[int, str])
    """How a number, a boolean or null is spelled."""


def compose_plain(events: Iterable[Event]) -> PlainText:
    """Compose all events, if they need no more than this.

    Raises:
        NotPlainError: They do.
    """
    composer = _Composer()
    for event in events:
        match type(event).__name__:
            case "ScalarEvent":
                composer.scalar(event)
            case "MappingStartEvent":
                composer.enter({}, event)
            case "SequenceStartEvent":
                composer.enter([], event)
            case "MappingEndEvent" | "SequenceEndEvent":
                composer.leave()
            case "AliasEvent":
                raise NotPlainError
            case _:
                pass
    return composer.finished()


class _Composer:
    """Takes events in order; `inside` is what the next one is a part of."""

    def __init__(self) -> None:
        self._text = PlainText()
        self._documents: list[JSON] = []
        self._inside: dict[str, JSON] | list[JSON] = self._documents
        self._key: str | None = None
        self._number = -1
        self._around: list[tuple[dict[str, JSON] | list[JSON], str | None, int]] = []

    def scalar(self, event: Event) -> None:
        """Take a key, or a value without parts."""
        self._begin(event)
        if self._key is None and isinstance(self._inside, dict):
            if event.value in self._inside or event.value == "<<":
                raise NotPlainError
            self._key = event.value
        elif event.implicit[0]:
            self._add(self._resolved(event.value))
        else:
            self._add(event.value)

    def enter(self, empty: dict[str, JSON] | list[JSON], event: Event) -> None:
        """Begin a mapping or a sequence."""
        if self._key is None and isinstance(self._inside, dict):
            raise NotPlainError
        self._around.append((self._inside, self._key, self._number))
        if len(self._around) > DEEPEST:
            raise NotPlainError
        self._inside, self._key = empty, None
        self._number = len(self._text.offsets)
        self._begin(event)

    def leave(self) -> None:
        """End it."""
        self._text.ends[self._number] = len(self._text.offsets)
        whole = self._inside
        self._inside, self._key, self._number = self._around.pop()
        self._add(whole)

    def finished(self) -> PlainText:
        """Return the text, which has to be one value."""
        if len(self._documents) != 1:
            raise NotPlainError
        self._text.value = self._documents[0]
        return self._text

    def _begin(self, event: Event) -> None:
        if event.anchor or event.tag is not None:
            raise NotPlainError
        self._text.offsets.append(event.start_mark.index)

    def _add(self, value: JSON) -> None:
        if isinstance(self._inside, list):
            self._inside.append(value)
        elif self._key is not None:
            self._inside[self._key] = value
            self._key = None

    def _resolved(self, written: str) -> str | float | bool | None:
        try:
            value = resolve_scalar(written)
        except ValueError as problem:
            raise NotPlainError from problem
        if isinstance(value, float) and not math.isfinite(value):
            raise NotPlainError
        if not isinstance(value, str):
            self._text.written[len(self._text.offsets) - 1] = written
        return value
