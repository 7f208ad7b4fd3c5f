"""Conditions are said in words where they are short, and checked if asked for."""

from __future__ import annotations

import pytest

from cases.using import Case

PARCEL = {"kind": "heavy", "label": "x"}


def test_answers_are_kept(case: Case) -> None:
    """By default also those that the keywords refuse."""
    client = case.client(PARCEL, validation="lenient")
    parcel = client.parcels.create(kind="heavy")

    assert parcel.weight is None
    assert PARCEL == case.written(parcel)
    assert {"kind": "heavy"} == case.sent


@pytest.mark.parametrize(
    ("parcel", "refused"),
    [
        ({"kind": "heavy"}, True),
        ({"kind": "heavy", "weight": 9}, False),
        ({"kind": "light"}, False),
        ({"kind": "light", "label": "xy"}, True),
        ({"kind": "light", "label": "xyz"}, False),
        ({"kind": "light", "label": "a" * 10}, True),
    ],
)
def test_strict_validation_checks_what_depends(
    case: Case, parcel: dict[str, object], *, refused: bool
) -> None:
    """`then` where `if` fits, `else` where it does not."""
    assert refused == case.refuses(
        lambda client: client.parcels.create(kind="a"), parcel
    )


def test_the_docstring_says_it(case: Case) -> None:
    """In the words of the document."""
    docs = case.docs("models/parcel")

    assert 'If it fits `{"pattern": "^x"}`, then `{"minLength": 3}`' in docs
    assert '`{"required": ["weight"]}`' in docs
