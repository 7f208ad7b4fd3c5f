"""The names that a declaration may have in Python, and its right to each of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntEnum
from hashlib import sha256
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import TypeAlias

from msgspec import Struct

from clientsmith.ir import (
    AliasSchema,
    Declaration,
    EnumSchema,
    Name,
    ObjectSchema,
    is_component,
    name_of,
    spelled,
)
from clientsmith.pointer import Pointer, parse_reference

from .casing import class_name
from .twins import has_own_name


class Claim(IntEnum):
    """How good a right to a name is; the best one keeps it."""

    GIVEN = 0
    """Somebody said so: `x-clientsmith-name`, the configuration."""
    PINNED = 1
    """It was published under this name."""
    SPELLED = 2
    """A component that is spelled just like its class."""
    PLAIN = 3
    """A component that is spelled in letters and digits."""
    COMPONENT = 4
    PART = 5
    """A part of a component, called after it."""
    OTHER = 6
    MARKED = 7
    """A name that says what kind of schema it is, for want of anything better."""
    MADE = 8
    """What nobody would choose, for when everything else is taken."""


_Rung: TypeAlias = tuple[Claim, str]
_SHELVES = frozenset(
    {
        "..",
        "attributes",
        "components",
        "definitions",
        "models",
        "resources",
        "schema",
        "schemas",
        "specification",
        "types",
    },
)
"""Folders that say where schemas are kept, and not of what."""
_MARKS = {AliasSchema: "Union", EnumSchema: "Value", ObjectSchema: "Object"}


class Climber(Struct):
    """One declaration, and the rung of its ladder that it stands on."""

    at: Pointer
    inline: bool
    depth: int
    """How deep inside of its component it is."""
    ladder: Iterator[_Rung]
    """The names that nobody has asked for yet: most of them never are."""
    reached: list[_Rung]
    rung: int = 0

    @property
    def claim(self) -> Claim:
        """How good a right it has to the name it would have now."""
        return self.reached[self.rung][0]

    @property
    def name(self) -> str:
        """The name it would have now."""
        return self.reached[self.rung][1]

    @property
    def right(self) -> tuple[Claim, bool, int]:
        """The claim, better for who has no other name to go to, or is not so deep."""
        later = self._can_climb() and self.reached[self.rung + 1][0] < Claim.MARKED
        return self.claim, later, self.depth if self.claim is Claim.PART else 0

    def climb(self) -> bool:
        """Go on to the next name, if there is one."""
        if not self._can_climb():
            return False
        self.rung += 1
        return True

    def _can_climb(self) -> bool:
        """Tell whether there is a next name, and put it within reach."""
        if self.rung + 1 == len(self.reached):
            self.reached += islice(self.ladder, 1)
        return self.rung + 1 < len(self.reached)


def climber(declaration: Declaration, key: str, first: list[_Rung]) -> Climber:
    """Put a declaration at the foot of its ladder; `first` are better names than all.

    A name that is met twice counts where it comes first. `key` is what it is known
    by, wherever it stands.
    """
    at = declaration.at
    component = has_own_name(declaration)
    own = _of_component(declaration) if component else _of_part(declaration, key)
    ladder = _once(chain(first, own))
    return Climber(
        at,
        inline=not component,
        depth=len(at.steps) - len(declaration.home.steps),
        ladder=ladder,
        reached=[next(ladder)],
    )


def _once(rungs: Iterable[_Rung]) -> Iterator[_Rung]:
    """Yield each name the first time that it is met."""
    met: set[str] = set()
    for claim, name in rungs:
        if name not in met:
            met.add(name)
            yield claim, name


def _of_component(declaration: Declaration) -> Iterator[_Rung]:
    """Yield the names of a component: plain, with its punctuation, and marked."""
    at = declaration.at
    key = at.name
    plain = class_name(declaration.name)
    is_plain = key.isalnum() and unicodedata.is_normalized("NFKC", key)
    claim = Claim.PLAIN if is_plain else Claim.COMPONENT
    yield (Claim.SPELLED if plain == key else claim), plain
    for words in spelled(key) if plain != key else ():
        yield Claim.COMPONENT, class_name(words)
    for folder in _around(at):
        yield Claim.COMPONENT, class_name(name_of(folder).singular + declaration.name)
    yield Claim.COMPONENT, f"{plain}Schema"
    yield Claim.COMPONENT, f"{plain}{_digest(str(at) if at.file else key)}"


def _around(at: Pointer) -> Iterator[str]:
    """Yield what holds a schema of another file: its file and folders, inside out."""
    *folders, file = PurePosixPath(at.file).parts or ("",)
    held = [*folders, Pointer(file).name] if at.steps else folders
    return (folder for folder in reversed(held) if folder.lower() not in _SHELVES)


def _of_part(declaration: Declaration, key: str) -> Iterator[_Rung]:
    """Yield the names of an inline schema: its title, then after its owner."""
    ladder = declaration.ladder
    firm = Claim.PART if _is_in_component(declaration) else Claim.OTHER
    if declaration.name != ladder.best:
        yield Claim.OTHER, class_name(declaration.name)
    for name in ladder.titled:
        yield Claim.OTHER, class_name(name)
    last = ""
    for name in ladder.rungs:
        last = class_name(name)
        yield firm, last
    yield Claim.MARKED, f"{last}{_MARKS[type(declaration)]}"
    full = class_name(_in_full(parse_reference(key)))
    yield Claim.MADE, full
    yield Claim.MADE, f"{full}{_digest(key)}"


def _is_in_component(declaration: Declaration) -> bool:
    return is_component(declaration.home)


def _in_full(at: Pointer) -> Name:
    """Return every step to a declaration as words."""
    steps = (*PurePosixPath(at.file).parts, *at.steps) if at.file else at.steps[1:]
    return Name(tuple(word for step in steps for word in next(spelled(step)).words))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:6].upper()
