"""Brings every file of a description to one dialect, and to one spelling of references.

https://spec.openapis.org/oas/v3.2.0.html#openapi-description-structure
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from clientsmith.load import JSON, Kind, Referral, Shape
from clientsmith.pointer import Pointer, parse_reference

from .edits import Edit, edited
from .upgrade import upgrade
from .values import lookup, members
from .versions import SWAGGER

_STEPS = {
    ("schema", Shape.ONE): ("schema",),
    ("schema", Shape.LIST): ("allOf",),
    ("schema", Shape.MAP): ("schemas",),
    ("pathItem", Shape.MAP): ("paths",),
    ("response", Shape.ONE): ("responses", "default"),
    ("response", Shape.MAP): ("responses",),
    ("callback", Shape.ONE): ("callbacks", ""),
    ("callback", Shape.MAP): ("callbacks",),
}
"""Where `upgrade` takes a value for what it is."""
_ANY_MAP = ("headers",)
_ANYTHING = ("",)


def dialect_of(value: JSON, version: str) -> str:
    """Return the version that a file declares, else that of the root document."""
    found = members(value)
    own = found.get("openapi", found.get("swagger"))
    return own if isinstance(own, str) else version


def normalise(
    values: Mapping[str, JSON],
    entries: Mapping[Pointer, Sequence[Kind]],
    referrals: Iterable[Referral],
    version: str,
) -> dict[str, JSON]:
    """Return the values of every file as 3.1 says them, but for those of Swagger.

    Each `$ref` is a `FILE#/pointer`, wherever it stands, with the empty file for the
    root document. Nothing moves.
    """
    edits: defaultdict[str, dict[tuple[str, ...], Edit]] = defaultdict(dict)
    for at, kinds in entries.items():
        dialect = dialect_of(values[at.file], version)
        if dialect != SWAGGER:
            edits[at.file][at.steps] = _upgrade(kinds, dialect)
    for referral in referrals:
        if (
            referral.target is not None
            and parse_reference(referral.text) != referral.target
        ):
            edits[referral.at.file][referral.at.steps] = _constant(str(referral.target))
    return {file: edited(value, edits[file]) for file, value in values.items()}


def upgrade_entries(
    values: Mapping[str, JSON],
    entries: Mapping[Pointer, Sequence[Kind]],
    version: str,
) -> dict[str, JSON]:
    """Return the values of every file, with some objects as 3.1 says them."""
    edits: defaultdict[str, dict[tuple[str, ...], Edit]] = defaultdict(dict)
    for at, kinds in entries.items():
        edits[at.file][at.steps] = _upgrade(kinds, version)
    return {file: edited(value, edits[file]) for file, value in values.items()}


def _upgrade(kinds: Iterable[Kind], version: str) -> Edit:
    def edit(value: JSON) -> JSON:
        for kind in kinds:
            several = _ANY_MAP if kind.shape is Shape.MAP else _ANYTHING
            steps = _STEPS.get((kind.name, kind.shape), several)
            for step in reversed(steps):
                value = {step: value}
            value = lookup(upgrade(value, version), Pointer("", steps))
        return value

    return edit


def _constant(text: str) -> Edit:
    return lambda _: text
