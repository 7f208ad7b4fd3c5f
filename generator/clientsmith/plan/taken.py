"""One argument of a call, and what it is called."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from clientsmith.ir import Bounds, Name, Parameter, Type, Value
from clientsmith.pointer import Pointer

from .bodies import Sent
from .casing import argument_name, keyword_name
from .properties import Style, python_names

_OF_METHODS = frozenset({"request_options", "self"})
"""What every method takes beside the arguments of its operation."""


class Taken(Struct, frozen=True, kw_only=True):
    """One argument: its Python name, and where it goes under which name."""

    name: str
    place: str
    wire_name: str
    at: Pointer
    type: Type
    required: bool
    docs: str = ""
    bounds: Bounds = Bounds()
    default: Value | None = None
    example: Value | None = None
    deprecated: bool = False
    parameter: Parameter | None = None
    whole: tuple[Sent, ...] = ()
    """The media types that it is the whole body of."""
    file: bool = False
    """Whether it may be a file: a part of a body that has others."""


class Naming(Struct, frozen=True):
    """What is known of the names of an operation's arguments before it is looked at."""

    style: Style = "snake_case"
    given: Mapping[Pointer, str] = field(default_factory=dict[Pointer, str])
    published: Mapping[str, str] | None = None
    """Names by place and key, if the operation was published before."""

    def fixed(self, one: Taken) -> str | None:
        """Return the name that an argument has in any case."""
        known = self.published or {}
        return self.given.get(one.at) or known.get(f"{one.place}.{one.wire_name}")

    @property
    def places(self) -> tuple[str, ...]:
        """In which order arguments take names: what may be new comes last."""
        if self.published is None:
            return ("path", "query", "querystring", "header", "cookie", "body")
        return ("path", "body", "query", "querystring", "header", "cookie")


def names_of(wanted: list[Taken], naming: Naming) -> dict[str, str]:
    """Name arguments; a name that is taken twice says where it goes."""
    taken: set[str] = {*_OF_METHODS}
    fixed = {known_as(one): name for one in wanted if (name := naming.fixed(one))}
    names: dict[str, str] = {}
    for place in naming.places:
        group = [one for one in wanted if one.place == place]
        own = {w.wire_name: fixed[known_as(w)] for w in group if known_as(w) in fixed}
        keys = [one.wire_name for one in group]
        found = python_names(keys, keyword_name, naming.style, own)
        for key in dict.fromkeys([*own, *keys]):
            name = found[key]
            if name in taken or (key not in own and name in fixed.values()):
                name = argument_name(Name((place, name)))
            while name in taken:
                name += "_"
            taken.add(name)
            names[f"{place}.{key}"] = name
    return names


def known_as(one: Taken) -> str:
    """Return by what the lock knows an argument."""
    return f"{one.place}.{one.wire_name}"
