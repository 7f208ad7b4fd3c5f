"""Puts what is referred to where the specification allows no reference.

Descriptions of many files are cut at operations, at maps of schemas or at texts,
as most tools join them again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clientsmith.load import JSON, Kind, Referral, Shape
from clientsmith.pointer import Pointer

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
    places: defaultdict[str, list[Referral]] = defaultdict(list)
    for referral in referrals:
        if referral.included and referral.target is not None:
            places[referral.place.file].append(referral)
    includer = _Includer(values, places)
    return {file: includer.whole(Pointer(file)) for file in values}, includer.endless


@dataclass(slots=True)
class _Includer:
    values: Mapping[str, JSON]
    places: Mapping[str, list[Referral]]
    endless: list[Broken] = field(default_factory=list[Broken])
    _open: set[Pointer] = field(default_factory=set[Pointer])

    def whole(self, at: Pointer) -> JSON:
        """Return a value with everything that it includes."""
        edits: dict[tuple[str, ...], Edit] = {
            referral.place.steps[len(at.steps) :]: self._edit(referral)
            for referral in self.places.get(at.file, ())
            if referral.place.below(at)
        }
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
