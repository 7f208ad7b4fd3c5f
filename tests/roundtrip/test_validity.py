"""A value is judged by the schema at a pointer, with the document around it."""

from __future__ import annotations

from typing import Any

import pytest

from clientsmith.pointer import Pointer
from roundtrip.validity import Judge, Verdict

DOCUMENT = {
    "components": {
        "schemas": {
            "Stay": {"properties": {"from": {"$ref": "#/components/schemas/Moment"}}},
            "Moment": {"type": "string", "format": "date-time"},
            "Broken": {"pattern": "("},
            "Code": {"pattern": r"^[^\s]\d\w.?$"},
        }
    }
}


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        ("Stay", {"from": "2026-01-01T00:00:00Z"}, Verdict.VALID),
        ("Stay", {"from": "2026-01-01 00:00"}, Verdict.MISFORMATTED),
        ("Stay", {"from": 1}, Verdict.INVALID),
        ("Broken", "x", Verdict.UNJUDGED),
        ("Code", "$1a", Verdict.VALID),
        ("Code", "$1a\n", Verdict.INVALID),
        ("Code", "$1a\r", Verdict.INVALID),
        ("Code", "$1ä", Verdict.INVALID),
        ("Code", "$\u0661a", Verdict.INVALID),
        ("Code", "\ufeff1a", Verdict.INVALID),
        ("Missing", "x", Verdict.UNJUDGED),
    ],
)
def test_a_value_is_judged(schema: str, value: Any, expected: Verdict) -> None:
    """A format that is wrong is told from a type that is; patterns are ECMA's."""
    at = Pointer("", ("components", "schemas", schema))

    assert expected == Judge({"": DOCUMENT}).verdict(value, at)


PETS = {
    "components": {
        "schemas": {
            "Pet": {
                "properties": {"kind": {"type": "string"}},
                "discriminator": {"propertyName": "kind", "mapping": {"c": "Cat"}},
            },
            "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}], "required": ["a"]},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}]},
            "Owner": {"properties": {"pet": {"$ref": "#/components/schemas/Pet"}}},
            "Either": {
                "oneOf": [{"$ref": "#/components/schemas/Owner"}],
                "discriminator": {"propertyName": "what"},
            },
        }
    }
}


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        ("Pet", {"kind": "c"}, Verdict.INVALID),
        ("Pet", {"kind": "c", "a": 1}, Verdict.VALID),
        ("Pet", {"kind": "Dog"}, Verdict.VALID),
        ("Pet", {"kind": "newt"}, Verdict.VALID),
        ("Dog", {"kind": "c"}, Verdict.VALID),
        ("Owner", {"pet": {"kind": "c"}}, Verdict.INVALID),
        ("Either", {"what": "Owner"}, Verdict.VALID),
        ("Either", {"what": "Cat"}, Verdict.INVALID),
    ],
)
def test_a_tag_is_believed(schema: str, value: Any, expected: Verdict) -> None:
    """Of variants, and of the children that a parent has through `allOf`."""
    at = Pointer("", ("components", "schemas", schema))

    assert expected == Judge({"": PETS}).verdict(value, at)


def test_references_lead_to_other_files() -> None:
    """However these are called."""
    files = {
        "": {"components": {"schemas": {"A": {"$ref": "a b/c.yaml#/x~1y"}}}},
        "a b/c.yaml": {"x/y": {"type": "string"}},
    }
    judge = Judge(files)

    assert Verdict.VALID == judge.verdict(
        "a", Pointer("", ("components", "schemas", "A"))
    )
    assert Verdict.INVALID == judge.verdict(1, Pointer("a b/c.yaml", ("x/y",)))


TOLD = {
    "components": {
        "schemas": {
            "Card": {
                "properties": {"kind": {"const": "card"}, "pin": {"writeOnly": True}},
                "required": ["kind", "pin"],
            },
            "Cash": {"properties": {"kind": {"enum": ["Cash", "coins"]}}},
            "Any": {"oneOf": [{"$ref": "#/components/schemas/Card"}]},
            "Both": {
                "oneOf": [
                    {"$ref": "#/components/schemas/Any"},
                    {"$ref": "#/components/schemas/Cash"},
                ],
                "discriminator": {"propertyName": "kind"},
            },
        }
    }
}


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        ("Card", {"kind": "card"}, Verdict.VALID),
        ("Both", {"kind": "card"}, Verdict.VALID),
        ("Both", {"kind": "Cash"}, Verdict.VALID),
        ("Both", {"kind": "coins"}, Verdict.INVALID),
        ("Both", {"kind": "Any"}, Verdict.INVALID),
    ],
)
def test_what_openapi_adds_to_json_schema_counts(
    schema: str, value: Any, expected: Verdict
) -> None:
    """An implied tag must be allowed; what is write-only is no part of an answer."""
    at = Pointer("", ("components", "schemas", schema))

    assert expected == Judge({"": TOLD}).verdict(value, at)
