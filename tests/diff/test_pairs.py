"""Pairs of descriptions, each with the verdict of a careful maintainer, both ways."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import Struct

from clientsmith.compare import bump
from clientsmith.load import JSON
from diff.descriptions import (
    FILE,
    NUMBER,
    TEXT,
    asked,
    described,
    objects,
    operation,
    sent,
)
from diff.editing import compared, shown
from diff.test_edits import verdict_of
from diff.test_symmetry import back, there


class Pair(Struct, frozen=True):
    """Two descriptions, and what code means that was written for the first."""

    name: str
    old: JSON
    new: JSON
    verdict: str
    place: str = ""
    """Where callers find what has changed most gravely."""
    way_back: str = ""
    """What code means that was written for the second."""


def _found(**paths: dict[str, Any]) -> JSON:
    """Describe paths that have one operation each: `pets_get=...`."""
    names = (name.split("_") for name in paths)
    found = {f"/{path}": {verb: one} for (path, verb), one in _zip(names, paths)}
    return described(found)


def _zip(names: Any, paths: dict[str, Any]) -> Any:
    return zip(names, paths.values(), strict=True)


_ONE, _FIND = operation("one"), operation("find")
REQUESTS = (
    Pair(
        "another operation takes the name of one that has a new name",
        _found(pets_get=_ONE),
        _found(pets_get=_FIND, dogs_get=_ONE),
        "breaking",
        "client.pets.one()",
        "breaking",
    ),
    Pair(
        "a call asks by another verb",
        _found(pets_get=_ONE),
        _found(pets_delete=_ONE),
        "breaking",
        "client.pets.one()",
        "breaking",
    ),
    Pair(
        "a call asks by another verb, and elsewhere",
        _found(pets_get=_ONE),
        _found(dogs_delete=_ONE),
        "breaking",
        "client.pets.one()",
        "breaking",
    ),
    Pair(
        "a call moves to a path that nothing had",
        _found(pets_get=_ONE),
        _found(dogs_get=_ONE),
        "compatible",
        "client.pets.one()",
        "compatible",
    ),
    Pair(
        "two calls change places",
        _found(pets_get=_ONE, dogs_get=_FIND),
        _found(pets_get=_FIND, dogs_get=_ONE),
        "breaking",
        "client.pets.find()",
        "breaking",
    ),
)


def _created(*parameters: Any, **media: Any) -> JSON:
    one = operation("create", requestBody=sent(**media), parameters=[*parameters])
    return described({"/pets": {"post": one}})


_NAME, _PHOTO = objects("name", name=TEXT), objects("photo", photo=FILE)
OVERLOADS = (
    Pair(
        "what is sent as a form may be sent as JSON, too",
        _created(form=_PHOTO),
        _created(json=_NAME, form=_PHOTO),
        "compatible",
        "client.pets.create()",
        "breaking",
    ),
    Pair(
        "an optional parameter is added beside two media types",
        _created(json=_NAME, form=_PHOTO),
        _created(asked("limit", NUMBER), json=_NAME, form=_PHOTO),
        "compatible",
        "client.pets.create(limit=)",
        "breaking",
    ),
    Pair(
        "a required parameter is added beside two media types",
        _created(json=_NAME, form=_PHOTO),
        _created(asked("limit", NUMBER, required=True), json=_NAME, form=_PHOTO),
        "breaking",
        "client.pets.create(limit=)",
        "breaking",
    ),
    Pair(
        "an optional part is added to the second media type",
        _created(json=_NAME, form=_PHOTO),
        _created(json=_NAME, form=objects("photo", photo=FILE, note=TEXT)),
        "compatible",
        "client.pets.create(note=) as PetCreateMultipartParams",
        "breaking",
    ),
    Pair(
        "a property is taken by the other media type alone",
        _created(json=objects("name", name=TEXT, note=TEXT)),
        _created(json=_NAME, form=objects("name", name=TEXT, note=TEXT)),
        "compatible",
        "client.pets.create()",
        "compatible",
    ),
    Pair(
        "one of two media types is no longer taken, which took the same",
        _created(json=_NAME, form=objects("name", name=TEXT, photo=FILE)),
        _created(form=objects("name", name=TEXT, photo=FILE)),
        "compatible",
        "client.pets.create()",
        "compatible",
    ),
    Pair(
        "one of two media types is no longer taken",
        _created(json=_NAME, form=_PHOTO),
        _created(json=_NAME),
        "breaking",
        "client.pets.create()",
        "compatible",
    ),
)

PAIRS = (*REQUESTS, *OVERLOADS)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_pair_has_the_verdict_of_a_careful_maintainer(pair: Pair) -> None:
    """It is found where callers look for it."""
    changes = compared(pair.old, pair.new)

    assert pair.verdict == verdict_of({one.verdict for one in changes}), shown(changes)
    places = {one.place for one in changes if one.verdict.value == pair.verdict}
    assert pair.verdict == "none" or pair.place in places, shown(changes)
    assert (pair.verdict == "none") == (bump(changes) == "none")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_way_back_has_a_verdict_too(pair: Pair) -> None:
    """What is added there is removed here, and what that means is another matter."""
    changes, backwards = compared(pair.old, pair.new), compared(pair.new, pair.old)
    verdict = verdict_of({one.verdict for one in backwards})

    assert (pair.way_back or pair.verdict) == verdict, shown(backwards)
    assert there(changes) == back(backwards)
