"""Which names an object has, and how many, is said in words; the server judges."""

from __future__ import annotations

from cases.using import Case

CATALOG = {
    "labels": {"UPPER": "x"},
    "sections": {"middle": 1},
    "sizes": {},
    "pair": {"a": 1},
    "rest": {"b": 1},
}


def test_answers_are_kept(case: Case) -> None:
    """Also those that the keywords would refuse."""
    catalog = case.client(CATALOG).catalogs.create(labels={"a": "x"})

    assert {"UPPER": "x"} == catalog.labels
    assert CATALOG == case.written(catalog)
    assert {"labels": {"a": "x"}} == case.sent


def test_the_docstring_says_it(case: Case) -> None:
    """Briefly."""
    docs = case.docs("models/catalog")

    assert "Names match `^[a-z]+$`." in docs
    assert "Names are `front` or `back`." in docs
    assert 'Names fit `{"maxLength": 9, "minLength": 2}`.' in docs
    assert "From 1 to 3 properties." in docs
    assert "Exactly 2 properties." in docs
    assert "At least 1 property. No other properties." in case.docs("models/rest")
