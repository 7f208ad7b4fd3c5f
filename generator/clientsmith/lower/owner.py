"""What an inline schema is called: after what it is part of.

A name says whose part it is and which one: `PetToy`. What is deep inside leaves
out words in the middle, `PetStoreAddress`, until somebody else wants that name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce

from clientsmith.ir import Ladder, Name
from clientsmith.pointer import Pointer

_READABLE = 40
"""As many characters as a name should have, where fewer words do as well."""
_NEAREST = 16
"""As many steps come back one by one; what is deeper inside says all of them."""
_NOTHING = Name(())


@dataclass(frozen=True, slots=True)
class Part:
    """One step from a schema into a part of it: the words it adds."""

    after: Name = _NOTHING
    before: Name = _NOTHING
    """Words that read better in front: the tag of a variant."""
    listed: Name = _NOTHING
    """What lists it, where it is one item of several."""

    def of(self, whole: Name) -> Name:
        """Return the name of this part of something."""
        return self.before + whole + self.after

    def told(self, words: Part) -> Part:
        """Return the step to the variant that `words` tell from others."""
        return replace(
            self,
            after=self.after + words.after,
            before=words.before + self.before,
            listed=self.listed + words.after if self.listed else _NOTHING,
        )

    @property
    def singular(self) -> Part:
        """The step to one item of this part."""
        return replace(self, after=self.after.singular, listed=self.after)

    @property
    def exact(self) -> Part:
        """The step in words that the step to no other part has."""
        if not self.listed or self.listed == self.after:
            return self
        return replace(self, after=self.listed + Name(("item",)))


@dataclass(frozen=True, slots=True)
class Owner:
    """What an inline schema would be called, and in whose file it would live."""

    anchor: Name
    """The name of what it is part of: a component, or what an operation is about."""
    home: Pointer
    longer: tuple[Name, ...] = ()
    """Longer names of the same, for when another part has a better claim."""
    root: bool = False
    """Whether the schema is itself that component."""
    whole: tuple[Name, ...] = ()
    """The names of the whole, where they are not those that its parts begin with."""
    each: Name = _NOTHING
    """The name of one item, where the whole is a list."""
    own: Name = _NOTHING
    """What the document calls the whole, wherever it is."""
    parts: tuple[Part, ...] = ()
    title: Name = _NOTHING
    """The last title on the way, or other name of its own."""
    below: tuple[Part, ...] = ()
    """The steps since that title."""

    @property
    def name(self) -> Name:
        """The best name."""
        full = self.full
        return (*full.titled, *full.rungs)[0]

    @property
    def full(self) -> Ladder:
        """Every name, best first."""
        titled = _rungs((self.title,), self.below) if self.title else ()
        whole = () if self.parts else self.whole
        rungs = whole or _rungs(self.anchors, self.parts)
        exact = tuple(part.exact for part in self.parts)
        if exact != self.parts:
            rungs = (*rungs, *(_joined(one, exact) for one in self.anchors))
        own = self.parts[-1].of(_NOTHING) if self.parts else self.own
        return Ladder(tuple(rungs), tuple(titled), own)

    @property
    def anchors(self) -> tuple[Name, ...]:
        """What the names of parts begin with, the shortest first."""
        return (self.anchor, *self.longer)

    def called(self, name: Name) -> Owner:
        """Return the owner under a title."""
        if name == self.name:
            return self
        return replace(self, title=name, below=())

    def child(self, words: Name) -> Owner:
        """Return the owner of a part called `words`."""
        step = Part(words)
        parts, below = (*self.parts, step), (*self.below, step)
        return replace(self, parts=parts, below=below, root=False)

    def variant(self, words: Part) -> Owner:
        """Return the owner of a variant that `words` tell from the others."""
        title, below = _told(self.title, self.below, words)
        if self.parts:
            parts = (*self.parts[:-1], self.parts[-1].told(words))
            return replace(self, parts=parts, title=title, below=below)
        told = [words.of(name) for name in (*self.anchors, *self.whole)]
        return Owner(
            told[0], self.home, tuple(told[1:]), title=title, own=words.of(self.own)
        )

    @property
    def item(self) -> Owner:
        """Return the owner of one item of a list, or of one value of a map."""
        if self.root:
            return self.child(Name(("item",)))
        title, below = _singular(self.title, self.below)
        owner = replace(self, title=title, below=below)
        if self.parts:
            return replace(owner, parts=_singular(_NOTHING, self.parts)[1])
        if self.whole:
            whole = (self.each, *self.whole) if self.each else self.whole
            return replace(owner, whole=whole, each=_NOTHING)
        longer = tuple(name.singular for name in self.longer)
        return replace(owner, anchor=self.anchor.singular, longer=longer)


def _told(
    name: Name,
    parts: tuple[Part, ...],
    words: Part,
) -> tuple[Name, tuple[Part, ...]]:
    """Add the words of a variant to the last step, or to the name it starts from."""
    if parts:
        return name, (*parts[:-1], parts[-1].told(words))
    return (words.of(name) if name else name), parts


def _singular(
    name: Name,
    parts: tuple[Part, ...],
) -> tuple[Name, tuple[Part, ...]]:
    """Put the last step, or the name it starts from, in the singular."""
    if parts:
        return name, (*parts[:-1], parts[-1].singular)
    return name.singular, parts


def _rungs(anchors: Iterable[Name], parts: tuple[Part, ...]) -> Iterator[Name]:
    """Yield names from the best to the longest, anchor by anchor.

    The best one says as much as is still read easily.
    """
    for anchor in anchors:
        names = [_joined(anchor, parts[start:]) for start in _starts(len(parts))]
        fitting = [at for at, name in enumerate(names) if name.width <= _READABLE]
        best = fitting[0] if fitting else len(names) - 1
        yield from reversed(names[: best + 1])
        if not parts:
            yield anchor


def _starts(length: int) -> Iterable[int]:
    """Say with which steps names begin: the first, and all but the farthest others."""
    return (0, *range(max(1, length - _NEAREST), length)) if length else ()


def _joined(anchor: Name, parts: tuple[Part, ...]) -> Name:
    before = reduce(lambda words, part: part.before + words, parts, _NOTHING)
    return before + reduce(lambda words, part: words + part.after, parts, anchor)
