"""Texts for patterns are made of what Python reads in them, and are always matched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.plan.pattern_texts import matching
from unit.compiling import files


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("^[a-z]+$", "a"),
        ("^(?:U|W)[A-Z0-9]{8,10}$", "U11111111"),
        (r"^\d{4}-\d{2}$", "1111-11"),
        (r"^[^a-zA-Z0-9\s]$", "-"),
        (r"^\S+@\w+\.com$", "a@a.com"),
        ("^(ab|cd)-\\1$", "ab-ab"),
        ("x", "x"),
        ("^$|^z$", "z"),
        ("^[^/]{2}$", "aa"),
        ("^.$", "a"),
        (r"^[\W]$", " "),
        (r"^[\u00e0-\u00ff]$", "\u00e0"),
        ("^a{2,}?b*$", "aa"),
    ],
)
def test_the_first_text_is_short_and_plain(pattern: str, expected: str) -> None:
    """Letters and digits before anything else."""
    assert expected == next(matching(pattern), None)


@pytest.mark.parametrize("pattern", [r"\p{L}", "^(?=b)a$", "(", "^$"])
def test_what_is_not_read_or_not_known_has_no_text(pattern: str) -> None:
    """Nobody is told something that does not match."""
    assert [] == [*matching(pattern)]


def test_longer_texts_follow() -> None:
    """For what has to have a length as well."""
    lengths = [len(text) for text in matching("^[a-z]*$")]

    assert lengths == sorted({*lengths})
    assert lengths[-1] > 100


PARTS = st.sampled_from(
    ["a", "[a-c]", "[^a]", r"\d", r"\w", r"\s", ".", "(b|c)", "(?:x{2})", r"\.", "-"]
)
TIMES = st.sampled_from(["", "?", "*", "+", "{2}", "{1,3}", "{3,}"])


@given(st.lists(st.tuples(PARTS, TIMES), min_size=1, max_size=6))
def test_every_text_is_matched(parts: list[tuple[str, str]]) -> None:
    """As Python reads the same pattern, where both languages agree."""
    pattern = f"^{''.join(part + times for part, times in parts)}$"

    found = [*matching(pattern)]

    assert found
    assert all(re.fullmatch(pattern, text, re.ASCII) for text in found)


def test_a_package_has_the_texts_of_its_patterns() -> None:
    """As long as they have to be, and the example of the document if there is one."""
    text = files("""\
paths: {/x: {get: {responses: {'200': {description: d, content: {application/json:
  {schema: {$ref: '#/components/schemas/X'}}}}}}}}
components: {schemas: {X: {type: object, properties: {
  a: {type: string, pattern: '^[a-z]+$', minLength: 4},
  b: {type: string, pattern: '^[0-9]+$', example: '42'},
  c: {type: array, items: {type: string, pattern: '^x$'}}}}}}
""")["pets/testing/making.py"]

    assert '"^[a-z]+$": ("aaaa",)' in text
    assert '"^[0-9]+$": ("42",)' in text
    assert '"^x$": ("x",)' in text
