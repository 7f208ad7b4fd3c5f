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
        ("Missing", "x", Verdict.UNJUDGED),
    ],
)
def test_a_value_is_judged(schema: str, value: Any, expected: Verdict) -> None:
    """A format that is wrong is told from a type that is."""
    at = Pointer("", ("components", "schemas", schema))

    assert expected == Judge(DOCUMENT).verdict(value, at)
