"""The dictionary of the keywords of a call is a name that code may have imported."""

from __future__ import annotations

from typing import Any

import pytest

from clientsmith.compare import Change, Verdict, bump, compare
from diff.editing import surface

LIMIT = {"name": "limit", "in": "query", "schema": {"type": "integer"}}


def document(*parameters: Any, name: str = "listPets", **more: Any) -> dict[str, Any]:
    """Describe a call that takes some parameters."""
    operation = {
        "operationId": name,
        "tags": ["pets"],
        "parameters": [*parameters],
        "responses": {"204": {"description": "Done."}},
        **more,
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://pets.example"}],
        "paths": {"/pets": {"post": operation}},
    }


def named(old: Any, new: Any) -> list[Change]:
    """List the changes of dictionaries of keywords."""
    changes = compare(surface(old), surface(new))
    return [one for one in changes if " as " in one.place and one.subject == "input"]


def test_a_class_without_arguments_is_gone() -> None:
    """Also if the argument breaks nobody's call: code that names the class fails."""
    (change,) = named(document(LIMIT), document())

    assert "client.pets.list() as PetListParams" == change.place
    assert ("removed", "existence") == (change.action, change.aspect)
    assert Verdict.BREAKING is change.verdict
    assert change.sudden


def test_a_class_with_the_first_argument_is_new() -> None:
    """That breaks nothing."""
    (change,) = named(document(), document(LIMIT))

    assert "client.pets.list() as PetListParams" == change.place
    assert ("added", Verdict.COMPATIBLE) == (change.action, change.verdict)


def test_a_class_that_goes_with_its_call_is_called_otherwise() -> None:
    """Whoever writes it down names it as before."""
    (change,) = named(document(LIMIT), document(LIMIT, name="findPets"))

    assert ("renamed", Verdict.BREAKING) == (change.action, change.verdict)
    assert change.before is not None
    assert change.after is not None
    assert ("PetListParams", "PetFindParams") == (change.before.text, change.after.text)


def test_a_class_of_a_call_that_is_gone_is_no_other_change() -> None:
    """The call says it."""
    gone = document(LIMIT) | {"paths": {}}

    assert [] == named(document(LIMIT), gone)


FORM = {"application/x-www-form-urlencoded": {"a": {}}}
JSON = {"application/json": {"a": {}, "b": {}}}


def body(properties: dict[str, Any]) -> dict[str, Any]:
    """Describe a call that takes a body in some media types."""
    content = {
        name: {"schema": {"type": "object", "properties": each}}
        for name, each in properties.items()
    }
    return document(requestBody={"content": content})


def test_a_class_is_gone_though_another_set_takes_its_calls() -> None:
    """Calls go on as they are, and only what names the class does not."""
    old, new = body(JSON | FORM), body(JSON)
    (change,) = named(old, new)

    assert "removed" == change.action
    changes = compare(surface(old), surface(new))

    assert [change] == [one for one in changes if one.verdict is Verdict.BREAKING]
    assert "major" == bump(changes)


@pytest.mark.parametrize("more", [[], [{**LIMIT, "name": "age"}]])
def test_a_class_that_stays_is_no_change(more: list[Any]) -> None:
    """Its keys are the arguments of the call."""
    assert [] == named(document(LIMIT), document(LIMIT, *more))
