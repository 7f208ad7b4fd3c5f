"""What happens to responses that do not fit their description."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from pydantic_core import ErrorDetails  # noqa: TC002
from shop import Pet, Text

from runtime import drift
from runtime.content import read_content
from runtime.decode import Context, decode_json
from runtime.drift import DriftWarning, json_path
from runtime.errors import ResponseValidationError
from runtime.models import Unknown
from runtime.response import Answer

LENIENT = Context("pets.get", "lenient", 200)
STRICT = Context("pets.get", "strict", 200, "r1")


def read(value: Any, returns: Any = Pet, context: Context = LENIENT) -> Any:
    """Read a value as if a server had sent it."""
    return decode_json(json.dumps(value), returns, context)


def test_unknown_properties_and_enum_values_are_kept() -> None:
    """What was added to the API later is not lost."""
    pet = read({"id": 1, "name": "a", "kind": "axolotl", "new": {"x": 1}}, Pet, STRICT)

    assert (pet.kind, pet.new) == ("axolotl", {"x": 1})


def test_what_does_not_fit_is_kept_as_it_came() -> None:
    """The value stays reachable, in the right class, at any depth."""
    pet = read({"id": "one", "name": "a", "friends": [{"id": None, "name": 5}, 7]})

    assert (pet.id, pet.name, pet.friends[1]) == ("one", "a", 7)
    assert Pet is type(pet.friends[0])
    assert (pet.friends[0].id, pet.friends[0].name) == (None, 5)


def test_classes_that_were_used_before_are_read_leniently_too() -> None:
    """A class that is built alone first makes no difference inside another."""
    Text(text="x")
    pet = read({"id": "x", "name": "a", "parts": [{"type": "text", "text": 5, "b": 1}]})

    assert [pet.parts[0].__json__()] == [{"type": "text", "text": 5, "b": 1}]
    assert type(pet.parts[0]) is Text


def test_what_is_missing_reads_as_none_and_is_not_sent_back() -> None:
    """A model that lacks a property does not pretend to have it."""
    pet = read({"name": "a"})

    assert pet.id is None
    assert pet.__json__() == {"name": "a"}


def test_an_unknown_or_missing_tag_gives_unknown() -> None:
    """A variant of tomorrow keeps its content and can be sent back."""
    parts = [{"type": "video", "url": "u"}, {"text": "x"}, {"type": "text", "text": ""}]
    pet = read({"id": 1, "name": "a", "parts": parts}, Pet, STRICT)

    assert [Unknown, Unknown, Text] == [type(part) for part in pet.parts]
    assert parts[0] == pet.parts[0].__json__()


def test_the_tag_decides_even_if_the_rest_does_not_fit() -> None:
    """A known tag with a wrong property is still of that class."""
    pet = read({"id": 1, "name": "a", "parts": [{"type": "text", "text": 5}, "x"]})

    assert (Text, 5, "x") == (type(pet.parts[0]), pet.parts[0].text, pet.parts[1])


def test_a_value_of_a_union_never_becomes_the_wrong_class() -> None:
    """Of two classes that do not fit, neither is taken."""
    value = {"type": "video"}

    assert value == read(value, Text | Pet)


def test_the_only_class_of_a_union_is_read_leniently() -> None:
    """An object can be nothing else there."""
    pet = read({"id": 1, "name": "a", "label": {"type": "text", "text": 5}})

    assert (Text, 5) == (type(pet.label), pet.label.text)


@pytest.mark.parametrize("returns", [list[Pet], dict[str, Pet], int, Pet | None])
def test_any_type_of_answer_may_fail_to_fit(returns: Any) -> None:
    """Lists, maps and scalars are kept whole where they are something else."""
    assert read("nonsense", returns) == "nonsense"


def test_drift_is_logged_once_for_each_place(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log names operation and path, once, and no values."""
    monkeypatch.setattr(drift, "_seen", {})
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            read({"id": 1, "name": "a", "friends": [{"id": "secret", "name": "b"}] * 2})

    assert [record.name for record in caplog.records] == ["runtime.drift"]
    assert caplog.messages[0].startswith("pets.get: $.friends[*].id: ")
    assert "secret" not in caplog.text


def test_another_problem_at_the_same_place_is_logged_too(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is missing today may be something else tomorrow."""
    monkeypatch.setattr(drift, "_seen", {})
    with caplog.at_level(logging.WARNING):
        for name in ({}, {"name": 1}, {"name": 2}):
            read({"id": 1, **name})

    assert [
        "pets.get: $.name: Field required",
        "pets.get: $.name: Input should be a valid string",
    ] == caplog.messages


def test_warn_warns_every_time() -> None:
    """Tests can turn the warning into an error."""
    with pytest.warns(DriftWarning, match=r"pets.get: \$.id"):
        read({"id": "x", "name": "a"}, Pet, Context("pets.get", "warn", 200))


def test_strict_raises() -> None:
    """The error says where, and keeps the content."""
    with pytest.raises(ResponseValidationError, match=r"\$.id: .*request id r1") as it:
        read({"id": "x", "name": "a"}, Pet, STRICT)

    assert (it.value.status, it.value.request_id) == (200, "r1")


@pytest.mark.parametrize("validation", ["lenient", "strict"])
@pytest.mark.parametrize("content", [b"<html>", b'{"id": 1', b'{"id": 01}'])
def test_what_is_not_json_is_refused(content: bytes, validation: Any) -> None:
    """No mode can make sense of a broken body."""
    answer = Answer(200, {"content-type": "application/json"}, content)
    with pytest.raises(ResponseValidationError, match="not JSON"):
        read_content(answer, Pet, Context("pets.get", validation, 200))


@pytest.mark.parametrize(
    ("returns", "kind", "content", "expected"),
    [
        (None, "", b"", None),
        (Pet, "application/json", b"", None),
        (bytes, "image/png", b"\x89", b"\x89"),
        (str, "text/plain", "é".encode(), "é"),
        (str, "application/json", b'"x"', "x"),
        (Any, "application/problem+json", b"[1]", [1]),
        ({200: int, 201: str}, "application/json", b"7", 7),
        ({201: str, 2: int}, "application/json", b"7", 7),
        ({201: str}, "application/json", b"7", 7),
    ],
)
def test_answers_are_read_by_type(
    returns: Any, kind: str, content: bytes, expected: Any
) -> None:
    """Bytes stay bytes, text is text, and no content is None."""
    answer = Answer(200, {"content-type": kind}, content)

    assert expected == read_content(answer, returns, LENIENT)


def test_html_in_place_of_json_is_named() -> None:
    """A login page of a proxy is no answer."""
    answer = Answer(200, {"content-type": "text/html; charset=utf-8"}, b"<html>")
    with pytest.raises(ResponseValidationError, match="the response is text/html"):
        read_content(answer, Pet, LENIENT)


@pytest.mark.parametrize("value", ["1", 1.5, True, "x", None, [1]])
def test_a_value_is_never_made_to_fit(value: object) -> None:
    """A text that looks like a number stays a text, in either mode."""
    pet = read({"id": value, "name": "a"})

    assert (type(value), value) == (type(pet.id), pet.id)
    with pytest.raises(ResponseValidationError):
        read({"id": value, "name": "a"}, Pet, STRICT)


def test_a_place_is_one_of_the_response() -> None:
    """And no variant or validator of the library."""
    problem: ErrorDetails = {
        "type": "missing",
        "loc": ("function-wrap[read()]", "items", 1, "cat", "owner", "name"),
        "msg": "Field required",
        "input": {},
    }
    value = {"items": [{}, {"owner": {"id": 1}}]}

    assert "$.items[1].owner.name" == json_path(problem, value)
    assert "$.items[1].owner" == json_path({**problem, "type": "literal_error"}, value)
