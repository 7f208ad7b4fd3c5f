"""JSON is read at the speed of the standard library, and judged more strictly."""

from __future__ import annotations

import pytest

from clientsmith.load import Source, load
from unit.load.loading import places, problems, shown, value


def test_json_becomes_plain_values() -> None:
    """Every kind of value arrives as Python writes it."""
    text = '{"a": [1, 1.5, "x", true, null, {}]}'

    assert value(text) == {"a": [1, 1.5, "x", True, None, {}]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,\n "b" 2}', "api.json:2:6 json-syntax"),
        ('{"a": 1,}', "api.json:1:8 json-syntax"),
        ('{"a": [1,\n]}', "api.json:1:9 json-syntax"),
        ('{"a": 1} and more', "api.json:1:10 json-syntax"),
        ('{"a": 1,\n "b": [', "api.json:2:8 json-truncated"),
        ('{"a": 1,\n "b', "api.json:2:4 json-truncated"),
        ('{"a":\n  NaN}', "api.json:2:3 number-not-finite"),
        ('{"a": "NaN", "b": -Infinity}', "api.json:1:19 number-not-finite"),
        ('{"a": [1e999]}', "api.json:1:8 number-not-finite"),
        ('{"a": "\\\\ud800",\n "b": "\\ud800"}', "api.json:2:8 json-surrogate"),
        ("[1]", "api.json:1:1 document-not-object"),
    ],
)
def test_bad_json_is_located(text: str, expected: str) -> None:
    """Each fault is one problem, at its line and column."""
    assert [expected] == places(text, name="api.json")


def test_a_surrogate_pair_is_a_character() -> None:
    """What JSON escapes as two is one."""
    assert value('{"a": "\\ud83d\\ude00"}') == {"a": "\N{GRINNING FACE}"}


def test_a_number_of_too_many_digits_is_refused() -> None:
    """Python does not convert it; the message says how long it is."""
    [line, *_] = shown('{"a": -' + "9" * 5000 + "}")

    assert line == "api.yaml:1:7: error[number-too-long]: the number has 5000 digits"


def test_a_repeated_key_is_a_warning_at_the_second() -> None:
    """The last one counts, as in every JSON parser."""
    outcome = load(Source("api.json", b'{"a": 1,\n "b": [{"a": 2}],\n "a": 3}'))
    [problem] = outcome.diagnostics

    assert outcome.value is not None
    assert outcome.value.value == {"a": 3, "b": [{"a": 2}]}
    assert str(problem.at) == "api.json:3:2"
    assert str(problem.notes[0].at) == "api.json:1:2"


def test_the_deepest_allowed_nesting_is_read() -> None:
    """240 levels are fine."""
    assert problems('{"a":' + "[" * 239 + "]" * 239 + "}") == ()


@pytest.mark.parametrize("levels", [240, 100_000])
def test_too_deep_nesting_is_located(levels: int) -> None:
    """The place is the bracket that opens one level too many."""
    text = '{"a":' + "[" * levels + "]" * levels + "}"

    assert places(text, name="api.json") == ["api.json:1:245 document-too-deep"]
