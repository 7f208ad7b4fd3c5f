"""The texts of all problems stand in one table."""

from __future__ import annotations

import re
from pathlib import Path

from clientsmith import load
from clientsmith.load.problems import MESSAGES, problem

CODE = re.compile(
    r'"((?:document|number|json|yaml|markdown|overlay|inputs)-[a-z0-9-]+)"'
)


def test_every_text_is_used() -> None:
    """The table and the code name the same problems."""
    folder = Path(load.__file__).parent
    texts = [
        path.read_text() for path in folder.rglob("*.py") if path.name != "problems.py"
    ]
    used = {code for text in texts for code in CODE.findall(text)}

    assert used == set(MESSAGES)


def test_what_a_document_says_stays_on_one_short_line() -> None:
    """A key of a thousand characters does not fill the screen."""
    made = problem("yaml-duplicate-key", None, key="a\nb" + "c" * 1000)

    assert made.message.startswith('the key "a bc')
    assert len(made.message) < 300
