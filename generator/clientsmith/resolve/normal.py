"""Brings every file of a description to one dialect, and to one spelling of references.

https://spec.openapis.org/oas/v3.2.0.html#openapi-description-structure
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from clientsmith.load import JSON, Document, Kind, Shape
from clientsmith.pointer import parse_reference

from .edits import Edit, edited
from .upgrade import upgrade
from .values import members

_FIELDS = {
    ("schema", Shape.ONE): "schema",
    ("schema", Shape.LIST): "allOf",
    ("schema", Shape.MAP): "schemas",
    ("pathItem", Shape.MAP): "paths",
    ("response", Shape.MAP): "responses",
    ("callback", Shape.MAP): "callbacks",
}
"""A field in which `upgrade` takes a value for what it is."""
_ANY_MAP = "headers"
_RESPONSE = Kind("response")


def normalise(document: Document, version: str) -> dict[str, JSON]:
    """Return the values of every file as 3.1 says them.

    Each `$ref` is a `FILE#/pointer`, wherever it stands, with the empty file for the
    root document. Nothing moves.
    """
    values = document.values
    edits: defaultdict[str, dict[tuple[str, ...], Edit]] = defaultdict(dict)
    for at, kinds in document.entries.items():
        own = members(values[at.file]).get("openapi")
        dialect = own if isinstance(own, str) else version
        edits[at.file][at.steps] = _upgrade(kinds, dialect)
    for referral in document.referrals:
        if (
            referral.target is not None
            and parse_reference(referral.text) != referral.target
        ):
            edits[referral.at.file][referral.at.steps] = _constant(str(referral.target))
    return {file: edited(value, edits[file]) for file, value in values.items()}


def _upgrade(kinds: Iterable[Kind], version: str) -> Edit:
    def edit(value: JSON) -> JSON:
        for kind in kinds:
            if kind == _RESPONSE:
                below = upgrade({"responses": {"": value}}, version)
                value = members(members(below)["responses"])[""]
                continue
            several = _ANY_MAP if kind.shape is Shape.MAP else ""
            field = _FIELDS.get((kind.name, kind.shape), several)
            value = members(upgrade({field: value}, version))[field]
        return value

    return edit


def _constant(text: str) -> Edit:
    return lambda _: text
