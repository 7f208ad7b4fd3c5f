"""What an inline schema is called: after what it is part of.

A name says whose part it is and which one: `PetToy`. What is deep inside leaves
out words in the middle, `PetStoreAddress`, until somebody else wants that name.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.ir import Ladder, Name, Part
from clientsmith.pointer import Pointer

_NOTHING = Name(())
_LISTS = frozenset(
    {"data", "elements", "entries", "items", "list", "objects", "records", "results"},
)
"""Keys of lists that say nothing of what they list."""


class Owner(Struct, frozen=True):
    """What an inline schema would be called, and in whose file it would live.

    Every property has one, and few are asked for their name.
    """

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
        return self.full.best

    @property
    def full(self) -> Ladder:
        """Every name, best first."""
        whole = () if self.parts else self.whole
        within = bool(self.whole) and self.whole[0] != self.anchor
        return Ladder(
            whole or self.anchors,
            self.parts,
            self.title,
            self.below,
            called=self.own,
            within=within,
        )

    @property
    def key(self) -> Name:
        """What the document calls just this part."""
        return self.parts[-1].of(_NOTHING) if self.parts else self.own

    @property
    def anchors(self) -> tuple[Name, ...]:
        """What the names of parts begin with, the shortest first."""
        return (self.anchor, *self.longer)

    def called(self, name: Name) -> Owner:
        """Return the owner under a title."""
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
        """The same owner under the name of what an answer lists."""
        longer = tuple(self.full.rungs)
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
