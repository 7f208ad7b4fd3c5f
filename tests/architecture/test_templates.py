"""Templates show the shape of the output; they decide nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from architecture.sources import REPOSITORY, TEMPLATES
from clientsmith.plan.code import Code, identifier
from clientsmith.render import environment, indent, only_code
from clientsmith.reports.html_templates import FOLDER

FOUND = sorted([*TEMPLATES.rglob("*.jinja"), *FOLDER.rglob("*.jinja")])
TAG = re.compile(r"\{%\s*(.*?)\s*%\}", re.DOTALL)
HOLE = re.compile(r"\{\{\s*(.*?)\s*\}\}", re.DOTALL)
FOR = re.compile(r"for \w+ in \w+(\.\w+)*")
NAME = re.compile(r"\w+(\.\w+)*( \| indent\(\d+\))?")

LONGEST = {"README.md.jinja": 110, "test_calls.py.jinja": 90}
"""Most lines of these are what the output says as it stands, and 59 for the others."""

every_template = pytest.mark.parametrize(
    "path", FOUND, ids=lambda path: path.relative_to(REPOSITORY).as_posix()
)


@every_template
def test_the_only_tags_are_loops(path: Path) -> None:
    """`for` over a dotted name, and `endfor`; no `if`, `set`, macro or comment."""
    text = path.read_text("utf-8")
    strange = [
        tag for tag in TAG.findall(text) if tag != "endfor" and not FOR.fullmatch(tag)
    ]

    assert [] == strange
    assert "{#" not in text


@every_template
def test_holes_are_dotted_names(path: Path) -> None:
    """Indented at most."""
    holes = HOLE.findall(path.read_text("utf-8"))

    assert [] == [hole for hole in holes if not NAME.fullmatch(hole)]


@every_template
def test_templates_are_short_and_flat(path: Path) -> None:
    """A template is seen at a glance."""
    text = path.read_text("utf-8")
    depth = deepest = 0
    for tag in TAG.findall(text):
        depth += -1 if tag == "endfor" else 1
        deepest = max(deepest, depth)

    assert len(text.splitlines()) < LONGEST.get(path.name, 60)
    assert deepest <= 3


def test_what_is_no_code_is_not_printed() -> None:
    """A plain string came through no door, and stops the run."""
    with pytest.raises(TypeError, match="no code"):
        environment().from_string("{{ text }}").render(text="import os")


def test_what_is_not_there_is_not_printed() -> None:
    """A misspelt name is an error, not an empty string."""
    with pytest.raises(TypeError):
        environment().from_string("{{ missing }}").render()
    with pytest.raises(UndefinedError):
        environment().from_string("{% for x in missing %}{% endfor %}").render()


def test_code_is_printed_as_it_is() -> None:
    """Nothing is escaped."""
    assert "a" == environment().from_string("{{ x }}").render(x=identifier("a"))


@pytest.mark.parametrize("value", ["text", None, 1, ("a",)])
def test_only_code_passes(value: object) -> None:
    """Not even numbers do; `literal` writes them."""
    with pytest.raises(TypeError):
        only_code(value)


def test_indent_gives_code() -> None:
    """Every line but the first, and no empty one."""
    indented = indent(Code("a\n\nb"), 4)

    assert "a\n\n    b" == indented
    assert type(indented) is Code
