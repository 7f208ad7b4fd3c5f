"""Which types fit where others are expected: what variance is decided by.

https://typing.python.org/en/latest/spec/concepts.html#the-assignable-to-or-consistent-subtyping-relation
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from clientsmith.surface import (
    NONE,
    Alias,
    Anything,
    Enumeration,
    Generic,
    Literals,
    Named,
    OneOf,
    Plain,
    Surface,
    Tagged,
    Type,
    in_any_order,
)

_PROMOTED = {
    ("int", "float"),
    ("IntegerText", "int"),
    ("int", "IntegerText"),
    ("IntegerText", "float"),
}
"""What is taken for another class without being one."""
_SEQUENCES = frozenset({"tuple", "list"})


class Names(Struct, frozen=True):
    """What names mean in one package, and what they are called in the other one."""

    aliases: Mapping[str, Type]
    renamed: Mapping[str, str] = field(default_factory=dict[str, str])
    """The names of the newer package, by those of this one where they differ."""
    members: Mapping[str, frozenset[str]] = field(
        default_factory=dict[str, frozenset[str]]
    )
    """The values of each enumeration that is a class, as JSON."""

    def of(self, name: str) -> str:
        """Return what something is called in the newer package."""
        return self.renamed.get(name, name)

    def translated(self, type_: Type) -> Type:
        """Return a type with the names of the newer package."""
        if not self.renamed:
            return type_
        match type_:
            case Named(name=name):
                return Named(self.of(name))
            case Generic(name=name, of=of):
                return Generic(name, tuple(map(self.translated, of)))
            case OneOf(members=members):
                return OneOf(tuple(map(self.translated, members)))
            case Tagged(tag=tag, members=members):
                listed = tuple((key, self.translated(each)) for key, each in members)
                return Tagged(tag, listed)
            case Plain() | Anything() | Literals():
                return type_


def names_in(surface: Surface, renamed: Mapping[str, str] | None = None) -> Names:
    """Say what the aliases of a package stand for, and which values it has."""
    aliases = {
        each.name: each.type for each in surface.definitions if isinstance(each, Alias)
    }
    members = {
        each.name: frozenset(text for _, text in each.members)
        for each in surface.definitions
        if isinstance(each, Enumeration)
    }
    return Names(aliases, renamed or {}, members)


class Fitting(Struct, frozen=True):
    """Compares types of two packages; what has a name in both is the same.

    How that has changed is said where it is defined.
    """

    source: Names
    target: Names
    is_read: bool = False
    """Whether code has used what was `Any`: then nothing else fits there."""
    from_any: bool = False
    """Whether `Any` fits everywhere, as type checkers see it."""

    def fits(self, source: Type, target: Type) -> bool:
        """Tell whether whoever expects `target` can live with `source`."""
        return self._fits(source, target, frozenset())

    def are_same(self, one: Type, other: Type) -> bool:
        """Tell whether two types are one but for names of classes, and for order."""
        return in_any_order(self.source.translated(one)) == in_any_order(
            self.target.translated(other)
        )

    def _fits(
        self, source: Type, target: Type, seen: frozenset[tuple[Type, Type]]
    ) -> bool:
        if self._is_same(source, target) or (source, target) in seen:
            return True
        deeper = seen | {(source, target)}
        match source, target:
            case Anything(), Anything():
                return True
            case _, Anything() if not self.is_read:
                return True
            case Anything(), _:
                return self.from_any
            case Tagged(members=mine), Tagged(members=theirs):
                return self._fit_variants(mine, theirs, deeper)
            case OneOf(members=members), _:
                return all(self._fits(each, target, deeper) for each in members)
            case Literals(values=values), OneOf() if values[1:]:
                each = (Literals((value,)) for value in values)
                return all(self._fits(one, target, deeper) for one in each)
            case Named(name=name), _ if name in self.source.aliases:
                return self._fits(self.source.aliases[name], target, deeper)
            case _:
                return self._is_accepted(source, target, deeper)

    def _is_accepted(
        self, source: Type, target: Type, seen: frozenset[tuple[Type, Type]]
    ) -> bool:
        """Look for one thing among all that is accepted."""
        match target:
            case Named(name=name) if name in self.target.aliases:
                return self._fits(source, self.target.aliases[name], seen)
            case OneOf(members=members):
                return any(self._fits(source, each, seen) for each in members)
            case Tagged(members=members):
                return any(self._fits(source, each, seen) for _, each in members)
            case _:
                return self._is_kind_of(source, target, seen)

    def _is_same(self, source: Type, target: Type) -> bool:
        match source, target:
            case Named(), Named():
                return self.source.of(source.name) == self.target.of(target.name)
            case Plain(), Plain():
                return source == target
            case _:
                return False

    def _fit_variants(
        self,
        mine: tuple[tuple[str, Type], ...],
        theirs: tuple[tuple[str, Type], ...],
        seen: frozenset[tuple[Type, Type]],
    ) -> bool:
        """Compare tag by tag: what has another tag was not known before, either."""
        known = dict(theirs)
        return all(
            tag not in known or self._fits(type_, known[tag], seen)
            for tag, type_ in mine
        )

    def _is_kind_of(
        self, source: Type, target: Type, seen: frozenset[tuple[Type, Type]]
    ) -> bool:
        match source, target:
            case Plain(name=name), Plain(name=other):
                return (name, other) in _PROMOTED
            case Literals(values=values), Literals(values=others):
                return {*map(_exactly, values)} <= {*map(_exactly, others)}
            case Literals(values=values), Plain(name=name):
                return all(_is_a(type(value).__name__, name) for value in values)
            case Generic(), Generic():
                return self._holds(source, target, seen)
            case _:
                return False

    def _holds(
        self, source: Generic, target: Generic, seen: frozenset[tuple[Type, Type]]
    ) -> bool:
        """Compare what is in containers: they are read, and not written to."""
        if source.name == "tuple" and target.name == "Sequence":
            return all(self._fits(each, target.of[0], seen) for each in source.of)
        if source.name != target.name or len(source.of) != len(target.of):
            return False
        pairs = zip(source.of, target.of, strict=True)
        return all(self._fits(mine, other, seen) for mine, other in pairs)


def _exactly(value: object) -> tuple[str, object]:
    """Tell true from 1."""
    return type(value).__name__, value


def _is_a(name: str, other: str) -> bool:
    name = NONE.name if name == "NoneType" else name
    return name == other or (name, other) in _PROMOTED
