"""Which attribute of a model each property becomes, decided once for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from clientsmith.ir import Api, ObjectSchema
from clientsmith.pointer import Pointer

from .casing import attribute_name
from .keys import STYLE
from .layout import Layout, Place
from .properties import Style, is_regular, python_names, style_of


class Attributes(Struct, frozen=True):
    """The attributes of every model, by the key of their property."""

    of: Mapping[Place, Mapping[str, str]]
    names: Mapping[str, str]
    """The names that the lock keeps: those of unusual keys."""


def document_style(api: Api, pinned: Mapping[str, str]) -> Style:
    """Tell how a document spells its keys, or did when it was first seen."""
    if pinned:
        return "camelCase" if STYLE in pinned else "snake_case"
    return style_of(
        one.key
        for declaration in api.declarations.values()
        if isinstance(declaration, ObjectSchema)
        for one in declaration.properties
    )


def plan_attributes(
    api: Api,
    layout: Layout,
    style: Style,
    pinned: Mapping[str, str],
) -> Attributes:
    """Name the attributes of every model; classes that are shared have one set."""
    sharing: defaultdict[Place, list[Pointer]] = defaultdict(list)
    for at, place in layout.models.items():
        if isinstance(api.declarations[at], ObjectSchema):
            sharing[place].append(at)
    classes = {place.name for place in sharing}
    of: dict[Place, dict[str, str]] = {}
    names: dict[str, str] = {STYLE: style} if style == "camelCase" else {}
    for place, pointers in sharing.items():
        fixed: dict[str, str] = {}
        for at in reversed(pointers):
            fixed |= _fixed(api, at, layout.keys[at], pinned)
        keys = _shown(api, pointers[0])
        found = python_names(keys, attribute_name, style, fixed)
        of[place] = {
            key: f"{name}_" if name in classes else name for key, name in found.items()
        }
        names |= {
            f"{layout.keys[at]}/attributes/{key}": of[place][key]
            for at in pointers
            for key in keys
            if not is_regular(key, style)
        }
    return Attributes(of, names)


def _shown(api: Api, at: Pointer) -> list[str]:
    declaration = api.declarations[at]
    if not isinstance(declaration, ObjectSchema):
        return []
    return [one.key for one in declaration.properties if not one.write_only]


def _fixed(
    api: Api,
    at: Pointer,
    known: str,
    pinned: Mapping[str, str],
) -> dict[str, str]:
    """List the attributes that are set, or were published."""
    declaration = api.declarations[at]
    if not isinstance(declaration, ObjectSchema):
        return {}
    found: dict[str, str] = {}
    for one in declaration.properties:
        key = f"{known}/attributes/{one.key}"
        if one.at in api.given:
            found[one.key] = api.given[one.at]
        elif key in pinned:
            found[one.key] = pinned[key]
    return found
