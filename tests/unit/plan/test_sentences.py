"""A docstring begins with one sentence."""

from __future__ import annotations

import time

import pytest

from clientsmith.plan.code import docstring
from clientsmith.plan.sentences import ended, first_sentence, split_sentence


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("One e.g. Two. Three.", "One e.g. Two."),
        ("One (two. Three) four. Five.", "One (two. Three) four."),
        ("See [a. B](https://c.example). D.", "See [a. B](https://c.example)."),
        ("Call `a. B`. C.", "Call `a. B`."),
        ("Ask J. Doe. Then go.", "Ask J. Doe."),
        ("(For some only.) One. Two.", "(For some only.) One. Two."),
        ("_Note: one. Two._", "_Note: one. Two._"),
        ("**Old.** Use the new one.", "**Old.**"),
        ("version 1.2 is it. And", "version 1.2 is it."),
        ("It spans\nlines. And more.", "It spans\nlines."),
        ("One of:\n- a\n- b", "One of:"),
        ("no end", "no end"),
    ],
)
def test_a_sentence_ends_where_it_ends(text: str, first: str) -> None:
    """And not within brackets, code or an abbreviation."""
    assert first == split_sentence(text)[0]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("What a\nthing is. More.", "What a thing is."),
        ("What a thing is:\n\n- a", "What a thing is."),
        ("a " * 200, f"{'a ' * 100}…"),
    ],
)
def test_the_first_sentence_stands_by_itself(text: str, sentence: str) -> None:
    """In one line."""
    assert sentence == first_sentence(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One", "One."),
        ("One.", "One."),
        ("*One.*", "*One.*"),
        ("See (one)", "See (one)."),
        ("e.g. `a`", "e.g. `a`."),
        ('"One."', '"One."'),
        ("", ""),
    ],
)
def test_a_full_stop_is_put_where_there_is_none(text: str, told: str) -> None:
    """Whatever closes behind it."""
    assert told == ended(text)


def test_a_long_paragraph_is_a_summary_and_the_rest() -> None:
    """With an empty line between them (https://peps.python.org/pep-0257/)."""
    text = "What it is. " + "And more about it. " * 6

    assert "What it is." == docstring(text).removeprefix('"""').split("\n\n")[0]


def test_a_paragraph_of_one_line_stays_as_it_is() -> None:
    """However many sentences it has."""
    assert '"""What it is. And more."""' == docstring("What it is. And more.")


def test_a_list_does_not_hang_on_the_summary() -> None:
    """An empty line comes before it."""
    assert '"""One of:\n\n- a\n- b\n"""' == docstring("One of:\n- a\n- b")


def test_a_long_text_is_looked_at_once() -> None:
    """A bracket that nothing closes is no reason to count for long."""
    started = time.process_time()
    split_sentence("(" + "One. " * 200_000)

    assert time.process_time() - started < 2
