"""A name says aloud what plain words leave out."""

from __future__ import annotations

import pytest

from clientsmith.ir import spelled


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("+1", "plus 1"),
        ("-1", "minus 1"),
        ("@type", "at type"),
        ("foo-bar", "foo bar"),
        ("foo bar", "foo bar"),
        ("_id", "underscore id"),
        ("", "empty"),
        ("a\u200bb", "a zero width space b"),
        ("ａ", "fullwidth latin small letter a"),
    ],
)
def test_punctuation_is_spoken(text: str, names: str) -> None:
    """Unless it only separates words."""
    assert names == " ".join(next(spelled(text)).words)


def test_what_separates_words_is_spoken_next_and_case_last() -> None:
    """One difference after the other."""
    assert ["foo bar", "foo minus bar", "foo minus bar lower"] == [
        " ".join(name.words) for name in spelled("foo-bar")
    ]
    assert "foo Bar camel" == " ".join(list(spelled("fooBar"))[-1].words)
