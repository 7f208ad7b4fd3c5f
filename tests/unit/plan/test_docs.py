"""Docstrings say what a schema asserts."""

from __future__ import annotations

import pytest

from clientsmith.ir import Bounds, Value
from clientsmith.plan.docs import documented


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        (Bounds(minimum=0, maximum=1.5), "From 0 to 1.5."),
        (Bounds(minimum=1), "At least 1."),
        (Bounds(maximum=9), "At most 9."),
        (Bounds(exclusive_minimum=0), "More than 0."),
        (Bounds(exclusive_minimum=0, maximum=14), "More than 0 and at most 14."),
        (Bounds(minimum=0, exclusive_maximum=360), "At least 0 and less than 360."),
        (Bounds(min_length=1), "At least 1 character."),
        (Bounds(max_items=3), "At most 3 items."),
        (Bounds(min_length=2, max_length=2), "Exactly 2 characters."),
        (Bounds(min_items=0), ""),
        (Bounds(patterns=("^a$",)), "Pattern: `^a$`."),
        (Bounds(patterns=("^a", "b$")), "Patterns: `^a` and `b$`."),
        (Bounds(multiple_of=0.5), "A multiple of 0.5."),
        (Bounds(unique_items=True), "Each item once."),
    ],
)
def test_bounds_are_said_in_words(bounds: Bounds, said: str) -> None:
    """Both of them, whichever they are."""
    assert said == documented("", bounds, None)


def test_a_default_is_said() -> None:
    """As JSON has it."""
    assert "Sort. Default: `true`." == documented("Sort", Bounds(), Value(value=True))


@pytest.mark.parametrize(
    ("docs", "default"),
    [("From 0 to 2.", None), ("0 (off) to 2", None), ("Default is on.", True)],
)
def test_what_is_said_is_not_said_again(docs: str, default: object) -> None:
    """The document's words come first."""
    value = None if default is None else Value(default)

    assert docs == documented(docs, Bounds(minimum=0, maximum=2), value).replace(
        " From 0 to 2.", ""
    )


@pytest.mark.parametrize(
    ("docs", "told"),
    [
        ("The maximum length is 1,024 characters.", True),
        ("Up to 1024 of them.", True),
        ("In units of 1024.", False),
        ("The maximum is 2048.", False),
    ],
)
def test_one_number_is_a_limit_where_the_words_say_so(docs: str, *, told: bool) -> None:
    """It may be that of something else."""
    expected = docs if told else f"{docs} At most 1024 characters."

    assert expected == documented(docs, Bounds(max_length=1024), None)


def test_a_pattern_is_always_said() -> None:
    """Though its numbers are in the text."""
    bounds = Bounds(patterns=("^[0-9]{5}$",))

    assert "`^[0-9]{5}$`" in documented("At most 5 digits, 0-9.", bounds, None)
