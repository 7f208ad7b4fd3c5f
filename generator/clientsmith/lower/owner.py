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
_NOTHING = Name(())
_LISTS = frozenset(
    {"data", "elements", "entries", "items", "list", "objects", "records", "results"},
)
"""Keys of lists that say nothing of what they list."""


@dataclass(frozen=True, slots=True)
class Part:
    """One step from a schema into a part of it: the words it adds."""

    after: Name = _NOTHING
    before: Name = _NOTHING
    """Words that read better in front: the tag of a variant."""
    scope: Name = _NOTHING
    """What a tag begins with, `response` of `response.created`.

    It is said where the whole does not say it.
    """
    listed: Name = _NOTHING
    """What lists it, where it is one item of several."""

    def of(self, whole: Name) -> Name:
        """Return the name of this part of something."""
        return _before(self, whole) + whole + self.after

    def exactly_of(self, whole: Name) -> Name:
        """Return the same with every word."""
        return self.scope + self.before + whole + self.after

    def told(self, words: Part) -> Part:
        """Return the step to the variant that `words` tell from others."""
        return replace(
            self,
            after=self.after + words.after,
            before=words.before + self.scope + self.before,
            scope=words.scope,
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
        if self.title:
            return next(_rungs((self.title,), self.below))
        return self.whole[0] if self.whole and not self.parts else next(self._rungs)

    @property
    def full(self) -> Ladder:
        """Every name, best first."""
        titled = _rungs((self.title,), self.below) if self.title else ()
        rungs = self.whole if self.whole and not self.parts else (*self._rungs,)
        exact = tuple(part.exact for part in self.parts)
        if exact != self.parts or any(part.scope for part in self.parts):
            last = (_joined(one, exact, exactly=True) for one in self.anchors)
            rungs = tuple(dict.fromkeys((*rungs, *last)))
        return Ladder(rungs, tuple(titled), self.key)

    @property
    def key(self) -> Name:
        """What the document calls just this part."""
        return self.parts[-1].of(_NOTHING) if self.parts else self.own

    @property
    def _rungs(self) -> Iterator[Name]:
        """Yield names after the owner; what an answer is about is no part of itself.

        The `projects` of a list of projects are each a `Project`.
        """
        first, *others = self.parts or (Part(),)
        within = self.whole and self.whole[0] != self.anchor
        if within and first.after and self.anchor.ends(first.after):
            yield next(_rungs((self.anchor,), tuple(others)))
        yield from _rungs(self.anchors, self.parts)

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
        wholes = (*self.anchors, *self.whole)
        told = dict.fromkeys(map(words.of, wholes))
        first, *longer = told | dict.fromkeys(map(words.exactly_of, wholes))
        return Owner(
            first, self.home, tuple(longer), title=title, own=words.of(self.own)
        )

    @property
    def item(self) -> Owner:
        """Return the owner of one item of a list, or of one value of a map."""
        if self.root:
            return self.child(Name(("item",)))
        title, below = _singular(self.title, self.below)
        one = replace(self, title=title, below=below)
        if self.parts:
            listed = replace(one, parts=_singular(_NOTHING, self.parts)[1])
            return listed.about_one if self._is_list else listed
        if self.whole:
            whole = (self.each, *self.whole) if self.each else self.whole
            return replace(one, whole=whole, each=_NOTHING)
        longer = tuple(name.singular for name in self.longer)
        return replace(one, anchor=self.anchor.singular, longer=longer)

    @property
    def _is_list(self) -> bool:
        """Whether this is the list that an answer is about, by a word for any list."""
        within = self.each and len(self.parts) == 1
        return bool(within) and self.parts[0].after.snake in _LISTS

    @property
    def about_one(self) -> Owner:
        """Return the same owner under the name of what an answer lists."""
        longer = self.full.rungs
        return Owner(self.each, self.home, longer, title=self.title, below=self.below)


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
        names = [_joined(anchor, parts[start:]) for start in range(len(parts))]
        fitting = [at for at, name in enumerate(names) if name.width <= _READABLE]
        best = fitting[0] if fitting else len(names) - 1
        yield from reversed(names[: best + 1])
        if not parts:
            yield anchor


def _joined(anchor: Name, parts: tuple[Part, ...], *, exactly: bool = False) -> Name:
    whole = reduce(lambda words, part: words + part.after, parts, anchor)
    for part in parts:
        before = part.scope + part.before if exactly else _before(part, whole)
        whole = before + whole
    return whole


def _before(part: Part, whole: Name) -> Name:
    """Return what a part says first: its scope only if the whole does not say it."""
    return part.before if whole.says(part.scope) else part.scope + part.before
