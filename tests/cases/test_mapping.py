"""docs/mapping.md and the cases agree: no row without a case, no case without a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from cases.keywords import KEYWORDS
from cases.mapping import Row, rows
from cases.packages import FOLDER, NAMES, generate


def _keys(value: object) -> Iterator[str]:
    """Yield every key below a value."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _keys(item)
    elif isinstance(value, list):
        for item in value:
            yield from _keys(item)


@cache
def _used(name: str) -> frozenset[str]:
    """Return the keys of the document of a case."""
    document = generate(name).compiled.document
    return frozenset(_keys(document.value if document else None))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.about)
def test_a_row_has_a_case(row: Row) -> None:
    """Its last cell leads to folders, each with a document and a test."""
    assert row.cases
    for case in row.cases:
        assert (case / "openapi.yaml").is_file(), case
        assert (case / "test_use.py").is_file(), case


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.about)
def test_the_keywords_of_a_row_are_in_its_cases(row: Row) -> None:
    """What a row promises is shown where it leads."""
    used = set[str]().union(*(_used(case.name) for case in row.cases))

    assert set() == KEYWORDS.intersection(row.keywords) - used


@pytest.mark.parametrize("name", NAMES)
def test_a_case_has_a_row(name: str) -> None:
    """Somebody who reads the page finds it."""
    assert FOLDER / name in {case for row in rows() for case in row.cases}


@pytest.mark.parametrize("keyword", sorted(KEYWORDS))
def test_a_keyword_has_a_row(keyword: str) -> None:
    """Every one of JSON Schema 2020-12 and of the Schema Object."""
    assert keyword in {word for row in rows() for word in row.keywords}
