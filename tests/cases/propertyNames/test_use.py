"""Which names an object has, and how many, is said in words and strictly checked."""

from __future__ import annotations

import pytest

from cases.using import Case

CATALOG = {
    "labels": {"upper": "x"},
    "others": {"ab": 1},
    "sections": {"front": 1},
    "halves": {"left": 1},
    "sizes": {"a": 1, "b": 2},
    "pair": {"a": 1, "b": 2},
    "rest": {"a": 1},
}
WRONG = {
    "labels": {"UPPER": "x"},
    "others": {"a": 1},
    "sections": {"middle": 1},
    "halves": {"top": 1},
    "sizes": {},
    "pair": {"a": 1},
    "rest": {"b": 1},
}


def test_answers_are_kept(case: Case) -> None:
    """By default also those that the keywords refuse."""
    client = case.client(WRONG, validation="lenient")
    catalog = client.catalogs.create(labels={"a": "x"})

    assert {"UPPER": "x"} == catalog.labels
    assert WRONG == case.written(catalog)
    assert {"labels": {"a": "x"}} == case.sent


@pytest.mark.parametrize("key", WRONG)
def test_strict_validation_refuses_the_others(case: Case, key: str) -> None:
    """Names, their number, and those that nothing speaks of."""
    answer = {**CATALOG, key: WRONG[key]}

    assert not case.refuses(lambda client: client.catalogs.create(labels={}), CATALOG)
    assert case.refuses(lambda client: client.catalogs.create(labels={}), answer)


def test_the_docstring_says_it(case: Case) -> None:
    """Briefly."""
    docs = case.docs("models/catalog")

    assert "Names match `^[a-z]+$`." in docs
    assert "Names are `front` or `back`." in docs
    assert "Names are `left` or `right`." in docs
    assert 'Names fit `{"type"' not in docs, "names are texts anyway"
    assert 'Names fit `{"maxLength": 9, "minLength": 2}`.' in docs
    assert "From 1 to 3 properties." in docs
    assert "Exactly 2 properties." in docs
    assert "At least 1 property. No other properties." in case.docs("models/rest")
