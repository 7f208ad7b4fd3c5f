"""Text of a document enters source code as a name, a literal or a docstring."""

from __future__ import annotations

import ast
import keyword
import re
import tomllib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.plan.code import (
    Code,
    cell,
    code,
    docstring,
    identifier,
    join,
    literal,
    prose,
    toml_string,
)

NASTY = st.one_of(
    st.text(),
    st.text(alphabet="\"'\\\n\r\t {}#`|\x00\x0c\u061c\u2028\u202e\u2066\ufeff\ud800"),
    st.sampled_from(
        [
            '"""\nimport os\n"""',
            '\\"""',
            'x"',
            "x\\",
            "'''",
            "{0}",
            "\N{RIGHT-TO-LEFT OVERRIDE}",
            "# coding: latin-1",
        ],
    ),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | NASTY,
    lambda inner: st.lists(inner) | st.dictionaries(NASTY, inner),
    max_leaves=8,
)


@given(NASTY)
def test_a_name_is_an_identifier_or_refused(text: str) -> None:
    """What Python would not take as a name, or not as this one, does not pass."""
    folded = unicodedata.normalize("NFKC", text) == text
    if folded and text.isidentifier() and not keyword.iskeyword(text):
        assert text == identifier(text)
    else:
        with pytest.raises(ValueError, match="is not an identifier"):
            identifier(text)


@given(JSON)
def test_a_literal_is_the_value(value: object) -> None:
    """To the type, and without running anything but what makes infinity."""
    written = literal(value)
    tree = ast.parse(written, mode="eval")
    called = {
        ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Call)
    }

    assert type(written) is Code
    assert called <= {"float('inf')", "float('-inf')"}
    found = eval(written, {"__builtins__": {}, "float": float})  # noqa: S307 - checked
    assert repr(value) == repr(found)


@given(NASTY, st.integers(0, 24))
def test_a_docstring_is_one_string(text: str, indent: int) -> None:
    """Nothing in it is run, at whatever margin it stands."""
    written = docstring(text, indent)
    module = ast.parse(written)

    assert 1 == len(module.body)
    assert isinstance(module.body[0], ast.Expr)
    assert isinstance(module.body[0].value, ast.Constant)
    assert isinstance(module.body[0].value.value, str)


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_a_docstring_says_what_the_text_says(text: str) -> None:
    """Letter by letter, where there is nothing to wrap."""
    said = ast.literal_eval(docstring(text))

    assert text.split() == said.split()


@given(NASTY)
def test_a_line_of_a_docstring_ends_where_it_is_seen_to_end(text: str) -> None:
    """No control character, and none that turns the reading direction."""
    hidden = set("\x00\x0c\r\x1b\xad\u061c\u2028\u2029\u202e\u2066\ufeff\U000e0041")

    assert set() == set(docstring(text)) & hidden


@given(NASTY)
def test_a_toml_string_is_the_text(text: str) -> None:
    """As TOML reads it; lone surrogates, which it cannot hold, become `?`."""
    sound = text.encode(errors="replace").decode()

    assert sound == tomllib.loads(f"x = {toml_string(text)}")["x"]


@given(NASTY)
def test_prose_has_no_html(text: str) -> None:
    """A page of Markdown runs no script."""
    assert "<" not in prose(text)


@given(NASTY)
def test_a_cell_stays_in_its_row(text: str) -> None:
    """No line ends, and no column more than there is."""
    written = cell(text)

    assert "\n" not in written
    assert all(len(run) % 2 for run in re.findall(r"(\\*)\|", written))


def test_code_is_composed_of_code() -> None:
    """A plain string is refused in either way of composing."""
    with pytest.raises(TypeError):
        code("x = {}", "os")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - the mistake is the point
    with pytest.raises(TypeError):
        join(", ", ["os"])  # type: ignore[list-item] # pyright: ignore[reportArgumentType] - the mistake is the point
