"""Prose is filled, and what has lines of its own keeps them."""

from __future__ import annotations

import pytest

from clientsmith.plan.code import docstring
from clientsmith.plan.wrapping import wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two\nthree four five", ["one two three", "four five"]),
        ("one.  Two  three", ["one. Two", "three"]),
        ("`a  b` c", ["`a  b` c"]),
        ("one two 3 `a b` c", ["one two 3", "`a b` c"]),
        ("- one two three\n- four", ["- one two", "  three", "- four"]),
        ("- one\n  two three", ["- one two", "  three"]),
        ("> one two\n> three\n>\n> four", ["> one two", "> three", ">", "> four"]),
        ("*one two three four*", ["*one two", "three four*"]),
        ("-1 is two three four", ["-1 is two", "three four"]),
        ("| a | b | c | d | e |", ["| a | b | c | d | e |"]),
        ("# One two three four", ["# One two three four"]),
        ("```\none two three four\n```", ["```", "one two three four", "```"]),
        ("One:\n    a: two three", ["One:", "    a: two", "        three"]),
        ("one\n\n\n\ntwo\n\n", ["one", "", "two"]),
        ("---", ["---"]),
    ],
)
def test_only_prose_is_filled(text: str, lines: list[str]) -> None:
    """Paragraphs, items and quotations."""
    assert lines == wrap(text, 13)


@pytest.mark.parametrize("length", range(70, 96))
def test_no_docstring_is_wider_than_a_line(length: int) -> None:
    """Neither the text nor the quotes around it."""
    text = ("word " * 30)[:length].strip()

    assert all(len(line) <= 84 for line in docstring(text, 4).split("\n"))


def test_a_table_needs_no_bars_around_it() -> None:
    """Its rows get them; they are no paragraph."""
    text = "Rules.\n\nname | use\n---- | :-:\na | one thing\nb | other\n\nDone | gone."

    assert [
        "Rules.",
        "",
        "| name | use |",
        "| ---- | :-: |",
        "| a | one thing |",
        "| b | other |",
        "",
        "Done | gone.",
    ] == wrap(text, 20)


def test_short_code_is_not_broken_and_what_stands_between_code_is_no_code() -> None:
    """However long the code is."""
    long = "LIKE_" * 10

    assert ["see", "`a b c`"] == wrap("see `a b c`", 10)
    assert [f"`{long}`,", f"`{long}` and", f"`{long}`."] == wrap(
        f"`{long}`, `{long}` and `{long}`.", 60
    )
