"""Patterns and lengths are said in the docstring, and checked in strict validation."""

from __future__ import annotations

import pytest

from cases.using import Case


@pytest.mark.parametrize(
    "text",
    [
        "From 3 to 9 characters. Pattern: `^[A-Z]{1,3}-\\\\d+$`.",
        "Exactly 2 characters.",
        "Pattern: `^\\\\p{L}+$`.",
        "Pattern: `^([`.",
        "From 2 to 4 characters.",
    ],
)
def test_the_docstring_says_it(case: Case, text: str) -> None:
    """Also a pattern that Python has no word for, or nobody."""
    assert text in case.docs("models/plate")
    assert text in case.docs("params/plate_create")


def test_a_component_says_its_own(case: Case) -> None:
    """Where it is defined."""
    text = "How it is filed. At least 1 character. Pattern: `^[a-z]+$`."

    assert text in case.docs("models/code")


def test_text_that_does_not_match_is_sent_and_kept(case: Case) -> None:
    """A client that is older than its server must not stand in the way."""
    answer = {"number": "1", "owner": "7", "broken": "(", "code": ""}
    plate = case.client(answer, validation="lenient").plates.create(**answer)

    assert answer == case.sent
    assert answer == case.written(plate)


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": "B 1234"},
        {"number": "B-12345678"},
        {"country": "D"},
        {"country": "\N{GRINNING FACE}"},
        {"code": ""},
        {"code": "a1"},
        {"code": "a\n"},
        {"both": "a"},
        {"both": "abcde"},
    ],
)
def test_strict_validation_refuses_it(case: Case, wrong: dict[str, object]) -> None:
    """Characters are those of Unicode; `$` is the end, and not a line break at it."""
    answer = {"number": "B-123", **wrong}

    assert case.refuses(lambda client: client.plates.create(number="B-1"), answer)


def test_a_pattern_that_python_does_not_read_is_not_checked(case: Case) -> None:
    """It has been reported; what it says otherwise still holds."""
    answer = {"number": "B-123", "owner": "7", "broken": "(", "country": "DE"}
    plate = case.client(answer).plates.create(number="B-1")

    assert answer == case.written(plate)
