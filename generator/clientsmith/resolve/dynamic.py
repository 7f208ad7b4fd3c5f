"""Writes templates out: a schema with `$dynamicRef` once for each use that binds it.

A page of anything says `$dynamicRef: "#item"` where its items are, and who refers to
it says with a `$dynamicAnchor` what they are. Later stages meet plain references.
https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from clientsmith.load import JSON, Referral
from clientsmith.pointer import Pointer, parse_reference

from .edits import Edit, edited
from .values import lookup, members, reference_of

_IDENTIFIERS = frozenset({"$anchor", "$defs", "$dynamicAnchor", "$id", "title"})
"""What belongs to the template itself, and to none of its uses."""
_SAYS_NOTHING = frozenset(
    {"$defs", "$dynamicAnchor", "$id", "description", "summary", "title", "xml"},
)

_Values = Mapping[str, JSON]
_Edits = dict[tuple[str, ...], Edit]


class _Hole(Struct, frozen=True):
    """Where a template leaves something open, and what stands there unless bound."""

    place: Pointer
    name: str
    default: Pointer


def bind(values: _Values, referrals: Iterable[Referral]) -> dict[str, JSON]:
    """Return the values of every file without dynamic references."""
    referrals = [each for each in referrals if each.kind.name == "schema"]
    holes = [hole for each in referrals if (hole := _hole(values, each))]
    edits: defaultdict[str, _Edits] = defaultdict(dict)
    for hole in holes:
        edits[hole.place.file][hole.place.steps] = _filled(hole.default)
    for referral in referrals if holes else ():
        made = _made(values, referral, holes)
        if made is not None:
            edits[referral.place.file][referral.place.steps] = _replaced(made)
    return {file: edited(value, edits[file]) for file, value in values.items()}


def _hole(values: _Values, referral: Referral) -> _Hole | None:
    target = referral.target
    if referral.at.last != "$dynamicRef" or target is None:
        return None
    name = _value(values, target).get("$dynamicAnchor")
    return _Hole(referral.place, name if isinstance(name, str) else "", target)


def _made(
    values: _Values,
    referral: Referral,
    holes: Iterable[_Hole],
) -> dict[str, JSON] | None:
    """Write out the template that a reference uses, if it binds one of its holes."""
    target = referral.target
    if referral.at.last != "$ref" or target is None:
        return None
    bound = dict(_scope(values, referral.place))
    own = [hole for hole in holes if bound and hole.place.below(target)]
    names = sorted({hole.name for hole in own} & bound.keys())
    if not names:
        return None
    edits = {
        hole.place.steps[len(target.steps) :]: _filled(
            bound.get(hole.name, hole.default)
        )
        for hole in own
    }
    whole = members(edited(_value(values, target), edits))
    template = {key: whole[key] for key in whole.keys() - _IDENTIFIERS}
    template["title"] = f"{_called(values, bound[names[0]])} {target.name}"
    return _beside(template, _value(values, referral.place))


def _beside(template: dict[str, JSON], use: dict[str, JSON]) -> dict[str, JSON]:
    beside = {key: value for key, value in use.items() if key != "$ref"}
    if beside.keys() <= _SAYS_NOTHING:
        return {**template, **beside}
    parts = beside.get("allOf")
    listed = parts if isinstance(parts, list) else []
    return {"title": template["title"], **beside, "allOf": [template, *listed]}


def _scope(values: _Values, place: Pointer) -> Iterator[tuple[str, Pointer]]:
    """Yield the dynamic anchors around a reference, what is outside last.

    The outermost one counts.
    """
    value = _value(values, place)
    for key, schema in members(value.get("$defs")).items():
        name = members(schema).get("$dynamicAnchor")
        if isinstance(name, str):
            yield name, place / "$defs" / key
    name = value.get("$dynamicAnchor")
    if isinstance(name, str):
        yield name, place
    if place.parent.last == "allOf":
        yield from _scope(values, place.parent.parent)


def _called(values: _Values, at: Pointer) -> str:
    """Return what a schema is called, or the one that it stands for."""
    reference = reference_of(_value(values, at))
    return parse_reference(reference).name if reference else at.name


def _filled(target: Pointer) -> Edit:
    def edit(value: JSON) -> JSON:
        beside = {k: v for k, v in members(value).items() if k != "$dynamicRef"}
        return {**beside, "$ref": str(target)}

    return edit


def _replaced(made: JSON) -> Edit:
    return lambda _: made


def _value(values: _Values, at: Pointer) -> dict[str, JSON]:
    try:
        return members(lookup(values[at.file], at))
    except LookupError:
        return {}
