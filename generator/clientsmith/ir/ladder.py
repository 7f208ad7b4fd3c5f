"""The names that one schema may take, best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from .names import Name

_READABLE = 40
"""As many characters as a name should have, where fewer words do as well."""
_NEAREST = 16
"""As many steps come back one by one; what is deeper inside says all of them."""
_NOTHING = Name(())


class Part(Struct, frozen=True):
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
        return self.in_front_of(whole) + whole + self.after

    def exactly_of(self, whole: Name) -> Name:
        """Return the same with every word."""
        return self.scope + self.before + whole + self.after

    def in_front_of(self, whole: Name) -> Name:
        """Return what is said first: the scope only if the whole does not say it."""
        return self.before if whole.says(self.scope) else self.scope + self.before

    def told(self, words: Part) -> Part:
        """Return the step to the variant that `words` tell from others."""
        return Part(
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


class Ladder(Struct, frozen=True):
    """What a schema is called where its best name is taken: name by name, longer.

    A name is given up by all that want it and differ, so that the next one down
    does not depend on who came first. Most schemas keep their best name, so that
    the others are put together when somebody asks for them.
    """

    anchors: tuple[Name, ...] = ()
    """What the names begin with, the shortest first."""
    parts: tuple[Part, ...] = ()
    """The way from there to the schema."""
    title: Name = _NOTHING
    """The last title on the way."""
    below: tuple[Part, ...] = ()
    """The way from that title."""
    entitled: Name = _NOTHING
    """The title of the schema itself, where its best name leaves words of it out."""
    called: Name = _NOTHING
    """What the document calls the schema, where it is no part of another one."""
    within: bool = False
    """Whether the names begin with what an answer is about.

    The `projects` of a list of projects are each a `Project`.
    """

    @property
    def titled(self) -> Iterator[Name]:
        """Names that come from a title; they are tried first."""
        if self.entitled:
            yield self.entitled
        if self.title:
            yield from _rungs((self.title,), self.below)

    @property
    def rungs(self) -> Iterator[Name]:
        """Names after what the schema is a part of, each once."""
        seen = set[Name]()
        for name in chain(self._about, _rungs(self.anchors, self.parts), self._exact):
            if name not in seen:
                seen.add(name)
                yield name

    @property
    def _about(self) -> Iterator[Name]:
        """Leave out a part that says what the answer is about, once more."""
        anchor = next(iter(self.anchors), _NOTHING)
        first, *others = self.parts or (Part(),)
        if self.within and first.after and anchor.ends(first.after):
            yield next(_rungs((anchor,), tuple(others)))

    @property
    def _exact(self) -> Iterator[Name]:
        """Say all that there is, where that is more."""
        exact = tuple(part.exact for part in self.parts)
        if exact != self.parts or any(part.scope for part in self.parts):
            yield from (_joined(anchor, exact, exactly=True) for anchor in self.anchors)

    @property
    def best(self) -> Name:
        """The first name of all."""
        return next(chain(self.titled, self.rungs))

    @property
    def own(self) -> Name:
        """What the document calls just this part, wherever it is: `pagination`."""
        return self.parts[-1].of(_NOTHING) if self.parts else self.called


def _rungs(anchors: Iterable[Name], parts: tuple[Part, ...]) -> Iterator[Name]:
    """Yield names from the best to the longest, anchor by anchor.

    The best one says as much as is still read easily.
    """
    for anchor in anchors:
        names = list(_readable(anchor, parts))
        yield from reversed(names)
        if not parts:
            yield anchor


def _readable(anchor: Name, parts: tuple[Part, ...]) -> Iterator[Name]:
    """Yield names that leave out more and more in the middle, up to a short one."""
    for start in _starts(len(parts)):
        name = _joined(anchor, parts[start:])
        yield name
        if name.width <= _READABLE:
            return


def _starts(length: int) -> Iterable[int]:
    """Say with which steps names begin: the first, and all but the farthest others."""
    return (0, *range(max(1, length - _NEAREST), length)) if length else ()


def _joined(anchor: Name, parts: tuple[Part, ...], *, exactly: bool = False) -> Name:
    whole = reduce(lambda words, part: words + part.after, parts, anchor)
    for part in parts:
        front = part.scope + part.before if exactly else part.in_front_of(whole)
        whole = front + whole
    return whole
