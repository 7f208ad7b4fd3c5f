"""Which parts of a description it comes from that files would be generated otherwise.

The description as it was is not there any more. What was made from it is, so that
definitions are compared, and each is led back to what it is made from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.load import JSON
from clientsmith.plan import Trace
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve import lookup, reference_of
from clientsmith.write import Difference, Drift

from .inside import inside
from .pieces import Piece, pieces_of


class How(StrEnum):
    """What became of a part of a description."""

    GONE = "gone"
    NEW = "new"
    OTHER = "otherwise"


_ORDER: Final = tuple(How)
"""Which one says more, where several are true of one part."""


class Root(Struct, frozen=True):
    """A part of a description, and the file in which that shows.

    `what` was made from a part that is gone; then `at` is where that stood.
    """

    at: Pointer
    how: How
    path: str
    what: str = ""
    within: Pointer | None = None
    """The part that this one belongs to, where it may stand elsewhere."""


class Made(Struct, frozen=True):
    """What a description is made into now: its values, and where definitions lead.

    Pointers are those of the description as it is written.
    """

    values: Mapping[str, JSON]
    traces: list[Trace]

    def value(self, at: Pointer) -> JSON:
        """Return a value of the description; null where there is none."""
        return lookup(self.values[at.file], at) if self.has(at) else None

    def has(self, at: Pointer) -> bool:
        """Tell whether there is a value at a pointer."""
        try:
            lookup(self.values[at.file], at)
        except LookupError:
            return False
        return True


def roots_of(drift: Drift, made: Made) -> list[Root]:
    """Find the parts of a description that files differ by, each of them once.

    A part is left out if it is only around another one: a property says more than
    its schema.
    """
    sources = [
        (parse_reference(each), path)
        for path, listed in drift.sources.items()
        for each in listed
    ]
    found = [*_vanished(sources, made)]
    known = {at for at, _ in sources}
    for each in drift.differences:
        if each.path.endswith(".py") and each.now:
            found += _Module(each, made, known).roots()
    return _innermost(_apart(found))


class _Module:
    """A module as it is and as it would be, in pieces."""

    def __init__(self, difference: Difference, made: Made, known: set[Pointer]) -> None:
        self.path = difference.path
        self.before = pieces_of(difference.there or "")
        self.now = pieces_of(difference.now or "")
        self.made = made
        self.known = known
        self.traces = {one.name: one for one in made.traces if one.path == self.path}

    def roots(self) -> Iterator[Root]:
        """Lead each piece that is new, gone or otherwise to its part."""
        for name, piece in self.now.items():
            if name not in self.before:
                yield from self._new(name)
            elif self.before[name].said != piece.said:
                yield from self._otherwise(name, self.before[name], piece)
        for name in sorted(self.before.keys() - self.now.keys()):
            yield from self._gone(name)

    def _new(self, name: str) -> Iterator[Root]:
        """Say what is new, unless that around it is, or it was described before."""
        trace, outer = self.traces.get(name), self.traces.get(_outer(name))
        if trace is None:
            yield from self._around(name)
        elif outer is None or _outer(name) in self.before:
            if trace.at not in self.known:
                yield self._root(How.NEW, trace)
        elif trace.kind == "argument" and outer.at in self.known:
            yield self._root(How.NEW, trace)

    def _otherwise(self, name: str, before: Piece, now: Piece) -> Iterator[Root]:
        trace = self.traces.get(name)
        if trace is None:
            yield from self._around(name)
            return
        whole = self._root(How.OTHER, trace)
        if trace.kind == "argument":
            whole = replace(whole, at=_shared(self.made, trace.at))
        classes = {one.name: one.at for one in self.made.traces if one.kind == "class"}
        added = {classes[each] for each in now.names - before.names if each in classes}
        parts = inside(self.made.value(whole.at), before, now, added)
        yield from [self._part(whole, *each) for each in parts] or [whole]

    def _part(self, whole: Root, steps: tuple[str, ...], what: str) -> Root:
        at = Pointer(whole.at.file, (*whole.at.steps, *steps))
        how = How.GONE if what else How.NEW
        return Root(at, how, self.path, what, whole.within)

    def _gone(self, name: str) -> Iterator[Root]:
        """Say what is gone where that stands which it was in."""
        outer = self.traces.get(_outer(name))
        if outer and _outer(name) in self.now:
            yield Root(outer.at, How.GONE, self.path, name)

    def _around(self, name: str) -> Iterator[Root]:
        """Lead what has no part of its own to that of what it is in."""
        outer = self.traces.get(_outer(name))
        if outer and _outer(name) in self.before:
            yield self._root(How.OTHER, outer)

    def _root(self, how: How, trace: Trace) -> Root:
        outer = self.traces.get(_outer(trace.name))
        return Root(trace.at, how, self.path, within=outer.at if outer else None)


def _shared(made: Made, at: Pointer) -> Pointer:
    """Follow a parameter that several operations share to where it is described."""
    reference = reference_of(made.value(at)) or ""
    if at.parent.last != "parameters" or not reference.startswith("#"):
        return at
    return replace(parse_reference(reference), file=at.file)


def _outer(name: str) -> str:
    return name.rpartition(".")[0]


def _vanished(sources: Iterable[tuple[Pointer, str]], made: Made) -> Iterator[Root]:
    """Find operations and schemas that files were made from and that are gone.

    Each is said where what held it stands. What was in another one that is gone,
    or in one that is still there, is said of that.
    """
    gone = {at: path for at, path in sources if not made.has(at)}
    around = gone.keys() | {each.at for each in made.traces}
    for at, path in sorted(gone.items()):
        if around.isdisjoint(_holders(at)):
            holder = next(each for each in _holders(at) if made.has(each))
            yield Root(holder, How.GONE, path, str(at))


def _holders(at: Pointer) -> Iterator[Pointer]:
    while at.steps:
        at = at.parent
        yield at


def _apart(found: Iterable[Root]) -> Iterator[Root]:
    """Leave out what is gone from calls because it is gone from a schema."""
    found = list(found)
    leaves = {_leaf(each) for each in found if each.how is How.GONE and not _sent(each)}
    for each in found:
        if each.how is not How.GONE or not _sent(each) or _leaf(each) not in leaves:
            yield each


def _leaf(root: Root) -> str:
    return root.what.rpartition(".")[2]


def _sent(root: Root) -> bool:
    return "/params/" in root.path


def _by_weight(root: Root) -> tuple[int, bool, str]:
    """Put what says most first, in the file of a call before those of what it takes."""
    return _ORDER.index(root.how), _sent(root), root.path


def _innermost(found: Iterable[Root]) -> list[Root]:
    """Keep what says most of each part, and no part that only holds others.

    Of what is new all is, so that only the outermost part is kept.
    """
    by_place: dict[tuple[Pointer, str], Root] = {}
    for each in sorted(found, key=_by_weight):
        by_place.setdefault((each.at, each.what), each)
    roots = list(by_place.values())
    around = {each.within for each in roots if each.within != each.at}
    around |= {holder for each in roots for holder in _holders(each.at)}
    around |= {each.at for each in roots if each.how is not How.OTHER}
    new = {each.at for each in roots if each.how is How.NEW}
    return [
        each
        for each in roots
        if (each.how is How.OTHER and each.at not in around)
        or (each.how is How.NEW and new.isdisjoint(_holders(each.at)))
        or each.how is How.GONE
    ]
