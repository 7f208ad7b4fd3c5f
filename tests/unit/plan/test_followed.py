"""An operation that stands elsewhere in the document is called as it was published."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from clientsmith.load import Source
from clientsmith.pipeline import compile_description
from clientsmith.plan import Options

ITEMS: dict[str, Any] = {"type": "object", "properties": {"someKind": {"enum": ["a"]}}}


def operation(name: str | None, tag: str = "pets", **more: Any) -> dict[str, Any]:
    """Describe what lists something with a schema of its own."""
    content = {"application/json": {"schema": {"type": "array", "items": ITEMS}}}
    identifier = {} if name is None else {"operationId": name}
    answer = {"200": {"description": "", "content": content}}
    return {**identifier, "tags": [tag], "responses": answer, **more}


def in_path(name: str) -> dict[str, Any]:
    """Describe a part of the path."""
    schema = {"type": "string"}
    return {"name": name, "in": "path", "required": True, "schema": schema}


def names(
    paths: Mapping[str, Any], lock: Mapping[str, str] | None = None
) -> Mapping[str, str]:
    """Return what is published of a description under a lock."""
    head = {"openapi": "3.2.0", "info": {"title": "Pets", "version": "1"}}
    source = Source("api.json", json.dumps({**head, "paths": paths}).encode())
    options = Options("pets", pinned=lock or {})
    package = compile_description(source, (), options).package
    assert package is not None
    return package.names


def moved(lock: Mapping[str, str], old: str, new: str) -> dict[str, str]:
    """Return a lock in which the keys of a path are those of another."""
    return {key.replace(f"/paths/{old}/", f"/paths/{new}/"): lock[key] for key in lock}


def own(name: str) -> str:
    """Call a class as nobody would."""
    return f"My{name}" if name[:1].isupper() else name


ASKED = {"name": "SortBy", "in": "query", "schema": {"enum": ["up", "down"]}}
BODY = {"application/json": {"schema": {"anyOf": [ITEMS, {"type": "string"}]}}}
CALLED = {"done": {"{$url}": {"post": {"requestBody": {"content": BODY}}}}}


@pytest.mark.parametrize("within", [(), ("additionalOperations",)])
def test_an_operation_keeps_its_names_on_another_path(within: tuple[str, ...]) -> None:
    """Of its method, its resource, its arguments, its classes and what calls back."""
    verb = "COPY" if within else "post"
    one: Any = {verb: operation("listPets", callbacks=CALLED)}
    for step in within:
        one = {step: one}
    shared = {"parameters": [ASKED]}
    lock = names({"/pets": {**one, **shared}})
    mine = {key: own(name) for key, name in lock.items()}
    mine |= {f"#/paths/{'/'.join(['~1pets', *within, verb])}": "animals.everything"}
    later = names({"/v2/queues": {**one, **shared}}, mine)
    expected = moved(mine, "~1pets", "~1v2~1queues")

    assert "animals.everything" in later.values()
    assert expected == later


def test_all_of_a_resource_moves_at_once() -> None:
    """Some of its operations have no argument in common, and their tag is another."""
    before = {
        "/Accounts/{Sid}/Queues.json": {
            "get": operation("ListQueue"),
            "post": operation("CreateQueue"),
        },
        "/Accounts/{Sid}/Queues/{QueueSid}.json": {"get": operation("FetchQueue")},
    }
    after = {
        path.replace("Queue", "CallQueue"): {
            verb: one | {"tags": ["call queues"]} for verb, one in item.items()
        }
        for path, item in before.items()
    }
    lock = names(before)

    assert methods(lock) == methods(names(after, lock))
    assert methods(lock) != methods(names(after))


def methods(lock: Mapping[str, str]) -> list[str]:
    """List the methods that a lock has."""
    return sorted(name for name in lock.values() if "." in name)


@pytest.mark.parametrize("name", [None, "getPet"])
def test_the_parts_of_a_path_may_be_called_otherwise(name: str | None) -> None:
    """That asks for the same; a lock that knows no `operationId` will do."""
    one = operation(name)
    lock = names({"/pets/{id}": {"get": one | {"parameters": [in_path("id")]}}})
    older = {key: each for key, each in lock.items() if "operationId" not in key}
    mine = older | {"#/paths/~1pets~1{id}/get": "animals.fetch"}
    other = one | {"parameters": [in_path("pet_id")]}
    later = names({"/pets/{pet_id}": {"get": other}}, mine)

    assert "animals.fetch" == later["#/paths/~1pets~1{pet_id}/get"]


def test_what_asks_for_the_same_comes_before_what_is_called_the_same() -> None:
    """A call goes on doing what it did, whatever its `operationId` is."""
    lock = names({"/pets/{id}": {"get": operation("getPet")}})
    paths = {
        "/pets/{pet_id}": {"get": operation("findPet")},
        "/animals/{id}": {"get": operation("getPet")},
    }
    later = names(paths, lock)

    assert "pets.get" == later["#/paths/~1pets~1{pet_id}/get"]
    assert "pets.get" != later["#/paths/~1animals~1{id}/get"]


def test_an_operation_that_stays_keeps_its_name_from_one_that_moves() -> None:
    """What stands on a published path is what was published there."""
    lock = names({"/pets": {"get": operation("listPets")}})
    paths = {
        "/pets": {"get": operation("findPets")},
        "/animals": {"get": operation("listPets")},
    }
    later = names(paths, lock)

    assert "pets.list" == later["#/paths/~1pets/get"]
    assert "pets.list" != later["#/paths/~1animals/get"]


def test_nobody_is_followed_to_two_places() -> None:
    """What several are called tells nothing."""
    lock = names({"/pets": {"get": operation("frobPets")}})
    mine = lock | {"#/paths/~1pets/get": "pets.mine"}
    twice = {path: {"get": operation("frobPets")} for path in ("/a/pets", "/b/pets")}
    twice["/c"] = {"get": operation("listCars")}
    later = names(twice, mine)

    assert "pets.mine" not in later.values()


def test_what_a_path_shares_stays_where_something_is_left_of_it() -> None:
    """An operation that leaves it alone takes only its own names along."""
    first = {"get": operation("listPets"), "post": operation("createPet")}
    lock = names({"/pets": {**first, "parameters": [ASKED]}})
    mine = {key: own(name) for key, name in lock.items()}
    paths = {
        "/pets": {"get": operation("listPets"), "parameters": [ASKED]},
        "/pets/new": {"post": operation("createPet"), "parameters": [ASKED]},
    }
    later = names(paths, mine)
    place = "#/paths/~1pets/parameters/query.SortBy/schema"

    assert mine[place] == later[place]
    assert "pets.create" == later["#/paths/~1pets~1new/post"]


def test_a_lock_knows_what_operations_are_called() -> None:
    """Where they are called something."""
    paths = {"/a": {"get": operation("listPets")}, "/b": {"get": operation(None)}}
    found = {key: name for key, name in names(paths).items() if "operationId" in key}

    assert {"#/paths/~1a/get/operationId": "listPets"} == found
