"""The parts of the page, as its templates show them: each hole is a text or a loop."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from .marking import Line, Pieces


class Count(Struct, frozen=True):
    """A number, and what there are so many of."""

    number: str
    word: str


class Place(Struct, frozen=True):
    """A line of a description; `links` has one address, or none."""

    label: str
    text: str
    links: tuple[str, ...]
    plain: tuple[str, ...]
    """The text once more, where there is no link."""


class Other(Struct, frozen=True):
    """A further place where the same has changed, and what leads to it."""

    anchor: str
    place: str
    lines: tuple[str, ...]
    """The line that says it, where it is another one than that of the first."""


class Others(Struct, frozen=True):
    """All of them, which are shown when somebody asks for them."""

    summary: str
    listed: tuple[Other, ...]


class ChangePart(Struct, frozen=True, kw_only=True):
    """One change of a thing."""

    anchor: str
    fingerprint: str
    verdict: str
    approved: tuple[str, ...]
    subject: str
    search: str
    part: tuple[str, ...]
    """The argument, attribute or key that has changed, unless it is the whole thing."""
    words: str
    values: tuple[Pieces, ...]
    """What it was and is."""
    prose: tuple[Pieces, ...]
    """The same of docs, in one text."""
    why: str
    notes: tuple[str, ...]
    places: tuple[Place, ...]
    others: tuple[Others, ...]


class ThingPart(Struct, frozen=True, kw_only=True):
    """A call, a class or a client, with all its changes."""

    anchor: str
    holder: str
    """`client.pets.`, before the name that matters."""
    name: str
    signature: tuple[tuple[Line, ...], ...]
    """One, unless it is the same as before or too long to be seen at once."""
    long: tuple[LongSignature, ...]
    changes: Markup


class LongSignature(Struct, frozen=True):
    """A signature that is shown when somebody asks for it."""

    summary: str
    lines: tuple[Line, ...]


class Section(Struct, frozen=True, kw_only=True):
    """What callers find in one place: a resource, models, errors."""

    anchor: str
    name: str
    counts: str
    short: str
    things: Markup


class TargetPart(Struct, frozen=True, kw_only=True):
    """One client."""

    anchor: str
    name: str
    old: str
    new: str
    counts: tuple[Count, ...]
    nothing: tuple[str, ...]
    """What is said where nothing has changed."""
    sections: tuple[Section, ...]


class Choice(Struct, frozen=True):
    """A verdict or a kind that may be hidden."""

    name: str
    value: str
    label: str
    count: str


class Row(Struct, frozen=True):
    """A target in the table of all of them."""

    anchor: str
    name: str
    cells: tuple[str, ...]


class Overview(Struct, frozen=True):
    """The table that a page of several targets begins with."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]


class Page(Struct, frozen=True, kw_only=True):
    """The whole of it."""

    policy: str
    title: str
    style: Markup
    script: Markup
    total: str
    verdicts: tuple[Choice, ...]
    subjects: tuple[Choice, ...]
    targets: tuple[TargetPart, ...]
    body: Markup
