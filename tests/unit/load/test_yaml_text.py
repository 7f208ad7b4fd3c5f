"""YAML is 1.2 with string keys: what looks like a string stays one."""

from __future__ import annotations

import pytest

from unit.load.loading import places, shown, value


@pytest.mark.parametrize(
    ("scalar", "expected"),
    [
        ("no", "no"),
        ("on", "on"),
        ("2020-01-01", "2020-01-01"),
        ("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0x1F", 31),
        ("0o17", 15),
        ("-7", -7),
        ("1.10", 1.1),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("True", True),
        ("FALSE", False),
        ("~", None),
        ("", None),
        ("null", None),
        ("'null'", "null"),
        ('"1"', "1"),
        ("!!str 1", "1"),
        ("!!int 1", 1),
        ("! 1", "1"),
        ("!!timestamp 2020-01-01", "2020-01-01"),
    ],
)
def test_scalars_follow_the_core_schema(scalar: str, expected: object) -> None:
    """Only what YAML 1.2 calls a number, boolean or null is one."""
    assert {"a": expected} == value(f"a: {scalar}\n")


def test_keys_are_the_text_as_written() -> None:
    """Status codes, versions and dates are names of properties."""
    text = "200: a\n1.10: b\ntrue: c\nnull: d\n2020-01-01: e\non: f\n"
    expected = {"200": "a", "1.10": "b", "true": "c", "null": "d", "on": "f"}

    assert {**expected, "2020-01-01": "e"} == value(text)


def test_aliases_share_a_value() -> None:
    """An alias is the value of its anchor."""
    assert value("a: &a {x: 1}\nb: *a\n") == {"a": {"x": 1}, "b": {"x": 1}}


def test_merge_keys_fill_in() -> None:
    """A mapping's own keys win, then the first of those it merges."""
    text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {<<: [*a, *b], x: 3}\n"
    expected = {"a": {"x": 1, "y": 1}, "b": {"y": 2, "z": 2}}

    assert {**expected, "c": {"x": 3, "y": 1, "z": 2}} == value(text)


def test_a_quoted_merge_key_is_a_key() -> None:
    """Only the plain `<<` merges."""
    assert value("a: {'<<': 1}\n") == {"a": {"<<": 1}}


def test_json_that_libyaml_refuses_is_read() -> None:
    """The complete parser takes over, and joins what JSON escapes in halves."""
    assert value('a: "\\ud83d\\ude00"\n') == {"a": "\N{GRINNING FACE}"}


def test_flow_mappings_are_not_mistaken_for_json() -> None:
    """A brace at the start does not make JSON."""
    assert value("{openapi: 3.1.0, a: [1]}") == {"openapi": "3.1.0", "a": [1]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: 1\n", "api.yaml:2:1 yaml-tab"),
        ("a: {b: 1\nc: d\n", "api.yaml:2:2 yaml-syntax"),
        ("a: \x07\n", "api.yaml:1:4 yaml-syntax"),
        ("a: '\n", "api.yaml:2:1 yaml-syntax"),
        ('a: "\\ud800"\n', "api.yaml:1:7 yaml-syntax"),
        ("a: 1\nb: 2\na: 3\n", "api.yaml:3:1 yaml-duplicate-key"),
        ("200: 1\n'200': 2\n", "api.yaml:2:1 yaml-duplicate-key"),
        ("? [a]\n: 1\n", "api.yaml:1:3 yaml-key"),
        ("a: !Ref b\n", "api.yaml:1:4 yaml-tag"),
        ("a: !!set {b}\n", "api.yaml:1:4 yaml-tag"),
        ("a: {<<: 1}\n", "api.yaml:1:9 yaml-merge"),
        ("a: {<<: [1]}\n", "api.yaml:1:10 yaml-merge"),
        ("a: *b\n", "api.yaml:1:4 yaml-alias-undefined"),
        ("a: &a [*a]\n", "api.yaml:1:8 yaml-alias-recursive"),
        ("a: 1\n---\nb: 1\n", "api.yaml:2:1 yaml-several-documents"),
        ("a: -.inf\n", "api.yaml:1:4 number-not-finite"),
        (f"a: {'9' * 5000}\n", "api.yaml:1:4 number-too-long"),
        ("- a\n", "api.yaml:1:1 document-not-object"),
        ("just words\n", "api.yaml:1:1 document-not-object"),
        ("a: " + "[" * 240, "api.yaml:1:243 document-too-deep"),
    ],
)
def test_bad_yaml_is_located(text: str, expected: str) -> None:
    """Each fault is one problem, at its line and column."""
    assert [expected] == places(text)


def test_every_unknown_tag_is_reported() -> None:
    """One run shows all there is to correct."""
    found = places("a: !x 1\nb: !y 2\n")

    assert found == ["api.yaml:1:4 yaml-tag", "api.yaml:2:4 yaml-tag"]


def test_aliases_cannot_expand_without_bound() -> None:
    """Aliases share memory, but later stages would walk every copy."""
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    [line, *_] = shown("\n".join(["a0: &a0 x", *levels]))

    assert line.startswith("api.yaml:6:5: error[yaml-alias-expansion]")


def test_aliases_cannot_nest_without_bound() -> None:
    """Each alias adds the levels of what it stands for."""
    levels = [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 600)]
    found = places("\n".join(["a0: &a0 x", *levels]))

    assert found == ["api.yaml:241:14 document-too-deep"]
