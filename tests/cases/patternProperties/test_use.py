"""Patterns of names type the values where nothing else is allowed beside them."""

from __future__ import annotations

import pytest

from cases.using import Case

HEADERS = {
    "fields": {"x-a": "1"},
    "sizes": {"w": 1, "h": 1.5, "other": True},
    "open": {"x-a": "1", "y": 2},
    "links": {"front": {"file": "a.pdf"}, "us": {"url": "https://a.example"}},
    "odd": {"Ä": 1},
    "mixed": {"host": "a", "x-b": 2},
}


def test_values_are_of_the_types_of_the_patterns(case: Case) -> None:
    """A pattern may be one that Python has no word for: every name matches it."""
    headers = case.client(HEADERS).headers.create(fields={"x-a": "1"})

    assert {"x-a": "1"} == headers.fields
    assert {"w": 1, "h": 1.5, "other": True} == headers.sizes
    assert "https://a.example" == headers.links["us"].url
    assert {"x-b": 2} == headers.mixed.model_extra
    assert HEADERS == case.written(headers)
    assert {"fields": {"x-a": "1"}} == case.sent


@pytest.mark.parametrize(
    "wrong",
    [
        {"fields": {"x-a": "1", "y": "2"}},
        {"sizes": {"w": True}},
        {"sizes": {"other": 1}},
        {"open": {"x-a": 1}},
        {"links": {"other": {}}},
        {"mixed": {"host": "a", "y": 2}},
        {"mixed": {"host": "a", "x-b": "2"}},
    ],
)
def test_strict_validation_looks_at_names(case: Case, wrong: dict[str, object]) -> None:
    """By default they make no difference."""
    answer = {**HEADERS, **wrong}
    client = case.client(answer, validation="lenient")

    assert answer == case.written(client.headers.create(fields={}))
    assert case.refuses(lambda client: client.headers.create(fields={}), answer)


def test_what_no_pattern_matches_may_be_anything(case: Case) -> None:
    """Where the document does not say otherwise."""
    headers = case.client(HEADERS).headers.create(fields={})

    assert {"x-a": "1", "y": 2} == headers.open
