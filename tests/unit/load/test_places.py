"""Every value of a document knows its place, computed when it is asked for."""

from __future__ import annotations

import pytest

from clientsmith.pointer import Pointer
from unit.load.loading import at, document

YAML = "openapi: 3.1.0\npaths:\n  /a:\n    get:\n      tags: [x, é, y]\n"
JSON = (
    '{"openapi": "3.1.0",\n "paths": {\n'
    '  "/a": {"get":\n   {"tags": ["x", "é", "y"]}}}}'
)


@pytest.mark.parametrize(
    ("steps", "in_yaml", "in_json"),
    [
        ((), "1:1", "1:1"),
        (("paths",), "2:1", "2:2"),
        (("paths", "/a"), "3:3", "3:3"),
        (("paths", "/a", "get", "tags"), "5:7", "4:5"),
        (("paths", "/a", "get", "tags", "2"), "5:20", "4:24"),
        (("paths", "/a", "get", "none"), "4:5", "3:10"),
        (("paths", "/a", "get", "tags", "3"), "5:7", "4:5"),
        (("paths", "/a", "get", "tags", "x"), "5:7", "4:5"),
        (("openapi", "none"), "1:1", "1:2"),
    ],
)
def test_values_are_located(
    steps: tuple[str, ...],
    in_yaml: str,
    in_json: str,
) -> None:
    """Properties at their key, items at their value, the rest at what is nearest."""
    assert f"api.yaml:{in_yaml}" == at(document(YAML), *steps)
    assert f"api.yaml:{in_json}" == at(document(JSON), *steps)


def test_the_last_of_repeated_keys_is_located() -> None:
    """The place is that of the value that counts."""
    text = document('{"a": {"b": 1}, "c": [[], {}, {"d": ""}]}')

    assert at(text, "c", "2", "d") == "api.yaml:1:32"


def test_merged_values_stand_at_their_anchor() -> None:
    """A merge key brings the place along."""
    text = document("a: &a\n  x: 1\nb:\n  <<: *a\n")

    assert at(text, "b", "x") == "api.yaml:2:3"


def test_scalars_are_given_as_written() -> None:
    """The version 1.10 is the number 1.1, and still the version 1.10."""
    in_yaml = document("a: 1.10\nb: '1'\nc: {}\n")
    in_json = document('{"a": 1.10, "b": "1", "c": {}}')

    for text in (in_yaml, in_json):
        assert text.written(Pointer("", ("a",))) == "1.10"
        assert text.written(Pointer("", ("b",))) == "1"
        assert text.written(Pointer("", ("c",))) is None
        assert text.written(Pointer("", ("a", "none"))) is None


def test_a_pointer_may_name_the_document() -> None:
    """Another document is not found here."""
    text = document(YAML)

    assert text.locate(Pointer("api.yaml")) == text.locate(Pointer())
    assert text.locate(Pointer("other.yaml")) is None
    assert text.sources == ("api.yaml",)
    assert text.text_of("api.yaml") == YAML
    assert text.text_of("other.yaml") is None
