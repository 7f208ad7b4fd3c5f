"""Descriptions are docstrings, of classes, attributes and arguments."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from cases.using import Case

NOTE = {"text": "a", "author": {"name": "Ada"}, "place": {"wall": "north"}}
LENGTH = (
    "How long it is, in letters and not in bytes.\n\n"
    "Some prefer it to be short, and others like it long. At least 1."
)


def test_a_class_has_its_description(case: Case) -> None:
    """To the last character."""
    assert case.models.Note.__doc__.endswith("backslash: \\\\")
    assert "Somebody who writes." == case.models.Author.__doc__


@pytest.mark.parametrize(
    "text",
    [
        'It may hold """quotes""" and {braces}.',
        "How it **looks**, as `CSS` has it.",
        LENGTH,
        "Its lines\n\n- the first\n- the others",
        "Which wall.",
        "Who changed it last.",
    ],
)
def test_an_attribute_has_one_below_it(case: Case, text: str) -> None:
    """What a class says of itself is not said again."""
    path = Path(str(case.package.__file__)).parent / "models/note.py"
    strings = [
        "\n".join(line.strip() for line in str(node.value).strip().splitlines())
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]

    assert text in strings
    assert "Somebody who writes." not in strings


def test_help_shows_arguments_with_theirs(case: Case) -> None:
    """As the signature has them."""
    note = case.client(NOTE).notes.create(text="a")

    assert "Ada" == note.author.name
    assert NOTE == case.written(note)
