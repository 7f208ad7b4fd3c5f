"""What the members of enumerations are called.

https://docs.python.org/3/library/enum.html
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from clientsmith.ir import Api, EnumMember, EnumSchema, name_of

from .casing import constant_case
from .keys import MEMBERS
from .layout import Layout, Place
from .properties import python_names


class Members(Struct, frozen=True):
    """The members of every enumeration that is a class, by the text of their value."""

    of: Mapping[Place, Mapping[str, str]]
    names: Mapping[str, str]
    """What the lock keeps."""


class Known(Struct, frozen=True):
    """What was published of one enumeration."""

    spelling: str = ""
    """How its values were spelled, if its members are called after these."""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Those of its members that do not go without saying."""


_NOTHING = Known()


def plan_members(api: Api, layout: Layout, pinned: Mapping[str, str]) -> Members:
    """Name the members of every class; those that are shared have one set."""
    sharing: defaultdict[Place, list[EnumSchema]] = defaultdict(list)
    for at, place in layout.models.items():
        declaration = api.declarations[at]
        if place in layout.enums and isinstance(declaration, EnumSchema):
            sharing[place].append(declaration)
    of: dict[Place, Mapping[str, str]] = {}
    names: dict[str, str] = {}
    for place, declarations in sharing.items():
        listed = declarations[0].members
        keys = [layout.keys[one.at] + MEMBERS for one in declarations]
        found = [_known(key, listed, pinned) for key in keys]
        known = next((one for one in found if one != _NOTHING), _NOTHING)
        of[place], kept = member_names(listed, known)
        for key in keys:
            names |= {f"{key}/{text}": name for text, name in kept.names.items()}
            names |= {key: kept.spelling} if kept.spelling else {}
    return Members(of, names)


def _known(
    key: str,
    members: Iterable[EnumMember],
    pinned: Mapping[str, str],
) -> Known:
    texts = [str(one.value) for one in members]
    names = {
        text: pinned[f"{key}/{text}"] for text in texts if f"{key}/{text}" in pinned
    }
    return Known(pinned.get(key, ""), names)


def member_names(
    members: Iterable[EnumMember],
    known: Known = _NOTHING,
) -> tuple[dict[str, str], Known]:
    """Name members as they were published, as the document says, or by their values.

    The second value is what the next run has to know. An enumeration that was
    published by its values stays so, whatever the document calls these later.
    """
    told = {str(one.value): constant_case(one.name) for one in members if one.name}
    texts = [str(one.value) for one in members]
    spelling = known.spelling or spelling_of(texts)
    by_value = bool(known.spelling) or not (known.names or told)
    names = _distinct(known.names)
    if not by_value:
        names |= _distinct(_free(told, names))
    plain = {
        text: constant_case(name_of(text))
        for text in texts
        if _is_spelled(text, spelling)
    }
    names |= _free(plain, names)
    names = python_names(texts, constant_case, fixed=names)
    if not by_value:
        return names, Known(names=names)
    unusual = {text: name for text, name in names.items() if plain.get(text) != name}
    return names, Known(spelling, unusual)


def _free(wanted: Mapping[str, str], taken: Mapping[str, str]) -> dict[str, str]:
    used = {*taken.values()}
    return {
        text: name
        for text, name in wanted.items()
        if text not in taken and name not in used
    }


def _distinct(names: Mapping[str, str]) -> dict[str, str]:
    """Leave out the names that several want."""
    counts = Counter(names.values())
    return {text: name for text, name in names.items() if counts[name] == 1}


_SPELLINGS = {
    "snake_case": ("_", str.lower),
    "UPPER_CASE": ("_", str.upper),
    "kebab_case": ("-", str.lower),
    "dotted": (".", str.lower),
    "spaced": (" ", str.lower),
    "PascalCase": ("", str.capitalize),
}
"""How values are spelled: what is between their words, and how these are cased."""


def spelling_of(texts: Iterable[str]) -> str:
    """Tell how most values are spelled; of several spellings, the first."""
    listed = list(texts)
    counts = {
        spelling: sum(_is_spelled(text, spelling) for text in listed)
        for spelling in _SPELLINGS
    }
    return max(counts, key=counts.__getitem__)


def _is_spelled(text: str, spelling: str) -> bool:
    """Tell whether a value is, so that no other one of its enumeration reads alike."""
    between, cased = _SPELLINGS.get(spelling, _SPELLINGS["snake_case"])
    words = name_of(text).words
    return text.isascii() and bool(words) and text == between.join(map(cased, words))
