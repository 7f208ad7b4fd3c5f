"""Puts what is referred to where the specification allows no reference.

Descriptions of many files are cut at operations, at maps of schemas or at texts,
as most tools join them again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import islice

from msgspec import Struct, field
from msgspec.structs import replace

from clientsmith.load import JSON, Kind, Referral, Shape
from clientsmith.load.references.grammar import PATH_ITEM
from clientsmith.pointer import Pointer, parse_reference

from .edits import Edit, edited
from .references import Broken, circle
from .values import items, lookup, members, reference_of


def include(
    values: Mapping[str, JSON],
    referrals: Iterable[Referral],
) -> tuple[dict[str, JSON], list[Broken]]:
    """Return the values of every file with what they include, and what is endless.

    A map or a list of what may be referred to gets references, so that a schema
    stays one schema wherever its map is included.
    """
    included = [each for each in referrals if each.included and each.target]
    includer = _Includer(values, sorted(included, key=lambda each: each.place))
    return {file: includer.whole(Pointer(file)) for file in values}, includer.endless


class _Includer(Struct):
    values: Mapping[str, JSON]
    referrals: list[Referral]
    """What includes something, by place: what is below a pointer is a stretch."""
    endless: list[Broken] = field(default_factory=list[Broken])
    _open: set[Pointer] = field(default_factory=set[Pointer])

    def whole(self, at: Pointer) -> JSON:
        """Return a value with everything that it includes."""
        first = bisect_left(self.referrals, at, key=lambda each: each.place)
        edits: dict[tuple[str, ...], Edit] = {}
        for referral in islice(self.referrals, first, None):
            if not referral.place.below(at):
                break
            edits[referral.place.steps[len(at.steps) :]] = self._edit(referral)
        return edited(lookup(self.values[at.file], at), edits)

    def _edit(self, referral: Referral) -> Edit:
        return lambda value: self._included(referral, value)

    def _included(self, referral: Referral, value: JSON) -> JSON:
        target = referral.target
        if target is None or target in self._open:
            self.endless.append((referral, circle(referral)))
            return None
        self._open.add(target)
        found = _referring(self.whole(target), target, referral.kind)
        if referral.kind == PATH_ITEM and (onwards := reference_of(found)) is not None:
            again = replace(referral, target=parse_reference(onwards))
            found = self._included(again, found)
        self._open.discard(target)
        beside = {key: value for key, value in members(value).items() if key != "$ref"}
        return {**found, **beside} if isinstance(found, dict) else found


def _referring(value: JSON, at: Pointer, kind: Kind) -> JSON:
    """Write the parts of a map or list as references, where there may be some."""
    if not kind.one.referable:
        return value
    match kind.shape:
        case Shape.MAP:
            found = members(value).items()
            return {key: _reference(part, at / key) for key, part in found}
        case Shape.LIST:
            listed = enumerate(items(value))
            return [_reference(part, at / index) for index, part in listed]
        case Shape.ONE:
            return value


def _reference(value: JSON, at: Pointer) -> JSON:
    return value if reference_of(value) is not None else {"$ref": str(at)}
