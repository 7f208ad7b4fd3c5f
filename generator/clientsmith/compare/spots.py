"""Where one thing is found in both packages, and what is compared of any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeAlias

from msgspec import Struct

from clientsmith.pointer import Pointer
from clientsmith.surface import Parameter, Record

from .changes import (
    DOCUMENTED,
    Aspect,
    Change,
    Judged,
    Side,
    Subject,
    changed,
    fits,
)

Namer: TypeAlias = Callable[[Parameter], str]
"""Says where something is found."""


def attributes_of(record: Record) -> Namer:
    """Name the attributes of a class."""
    return lambda one: f"{record.name}.{one.name}"


def keys_of(record: Record) -> Namer:
    """Name the keys of a dictionary."""
    return lambda one: f'{record.name}["{one.name}"]'


class Described(Protocol):
    """What the description says something of."""

    @property
    def docs(self) -> str:
        """What it says."""
        ...

    @property
    def deprecated(self) -> bool:
        """Whether it advises against it."""
        ...

    @property
    def at(self) -> Pointer | None:
        """Where."""
        ...


class Spot(Struct, frozen=True):
    """A place in the older package and the same one in the newer."""

    subject: Subject
    old: str
    new: str
    at: Pointer | None
    now_at: Pointer | None

    def says(self, aspect: Aspect, judged: Judged, before: str, after: str) -> Change:
        """Say what something was and is."""
        return changed(
            "renamed" if aspect == "name" else "changed",
            self.subject,
            aspect,
            judged,
            Side(self.old, before, self.at),
            Side(self.new, after, self.now_at),
        )


def removed(
    subject: Subject, place: str, text: str, at: Pointer | None, judged: Judged
) -> Change:
    """Say that something is gone."""
    side = Side(place, text, at)
    return changed("removed", subject, "existence", judged, before=side)


def added(
    subject: Subject, place: str, text: str, at: Pointer | None, judged: Judged
) -> Change:
    """Say that something is new."""
    side = Side(place, text, at)
    return changed("added", subject, "existence", judged, after=side)


_DEPRECATED = fits("it works as before; code that uses it should move on")
_APPROVED = fits("it is no longer advised against")


def told(spot: Spot, old: Described, new: Described) -> Iterator[Change]:
    """Compare what the description says of something."""
    if old.deprecated != new.deprecated:
        judged = _DEPRECATED if new.deprecated else _APPROVED
        words = ("", "deprecated")
        pair = words[old.deprecated], words[new.deprecated]
        yield spot.says("deprecated", judged, *pair)
    if old.docs != new.docs:
        yield spot.says("docs", DOCUMENTED, old.docs, new.docs)
