"""docs/mapping.md and the cases agree: no row without a case, no case without a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from cases.keywords import KEYWORDS
from cases.mapping import Row, rows
from cases.packages import FOLDER, NAMES, generate


def _members(value: object) -> Iterator[tuple[str, object]]:
    """Yield every key below a value, and what stands there."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key), item
            yield from _members(item)
    elif isinstance(value, list):
        for item in value:
            yield from _members(item)


@cache
def _said(name: str) -> tuple[tuple[str, object], ...]:
    """List the keys of the document of a case, and their values."""
    document = generate(name).compiled.document
    return tuple(_members(document.value if document else None))


def _used(name: str) -> set[str]:
    return {key for key, _ in _said(name)}


def _models(case: Path) -> str:
    """Return what a case expects of answers, in one line."""
    folder = case / "expected"
    found = sorted([*folder.glob("models/**/*.py"), *folder.glob("resources/**/*.py")])
    return " ".join(" ".join(path.read_text("utf-8").split()) for path in found)


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


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.about)
def test_the_values_of_a_row_are_in_its_cases(row: Row) -> None:
    """`format: uuid` is shown with this value, and not with another."""
    said = [each for case in row.cases for each in _said(case.name)]

    assert [] == [setting for setting in row.settings if setting not in said]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.about)
def test_the_types_of_a_row_are_in_its_cases(row: Row) -> None:
    """What is read in answers is what is generated for one of its cases."""
    models = " ".join(map(_models, row.cases))

    assert [] == [text for text in row.spelled if text not in models]


@pytest.mark.parametrize("name", NAMES)
def test_a_case_has_a_row(name: str) -> None:
    """Somebody who reads the page finds it."""
    assert FOLDER / name in {case for row in rows() for case in row.cases}


@pytest.mark.parametrize("keyword", sorted(KEYWORDS))
def test_a_keyword_has_a_row(keyword: str) -> None:
    """Every one of JSON Schema 2020-12 and of the Schema Object."""
    assert keyword in {word for row in rows() for word in row.keywords}
