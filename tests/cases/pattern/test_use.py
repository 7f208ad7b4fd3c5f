"""Patterns and lengths are said in the docstring; the server judges."""

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
    plate = case.client(answer).plates.create(**answer)

    assert answer == case.sent
    assert answer == case.written(plate)
