"""Conditions are said in words where they are short; the server judges."""

from __future__ import annotations

from cases.using import Case

PARCEL = {"kind": "heavy", "label": "x"}


def test_answers_are_kept(case: Case) -> None:
    """Also those that the keywords would refuse."""
    parcel = case.client(PARCEL).parcels.create(kind="heavy")

    assert parcel.weight is None
    assert PARCEL == case.written(parcel)
    assert {"kind": "heavy"} == case.sent


def test_the_docstring_says_it(case: Case) -> None:
    """In the words of the document."""
    docs = case.docs("models/parcel")

    assert 'If it fits `{"pattern": "^x"}`, then `{"minLength": 3}`' in docs
    assert '`{"required": ["weight"]}`' in docs
