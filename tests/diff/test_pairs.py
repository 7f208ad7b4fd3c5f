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
    lists,
    objects,
    operation,
    schema,
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


def _secured(scheme: str, header: str) -> JSON:
    """Describe a call that asks for a key."""
    key = {"type": "apiKey", "in": "header", "name": header}
    components: Any = {"securitySchemes": {scheme: key}}
    paths = {"/pets": {"get": _ONE}}
    return described(paths, components=components, security=[{scheme: []}])


REQUESTS = (
    Pair(
        "a scheme of credentials is called otherwise",
        _secured("key", "X-Key"),
        _secured("token", "X-Key"),
        "none",
        way_back="none",
    ),
    Pair(
        "a key is sent in another header",
        _secured("key", "X-Key"),
        _secured("key", "X-Token"),
        "compatible",
        "Client(api_key=)",
        "compatible",
    ),
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
        "a call takes the name of one that is gone",
        _found(pets_delete=_ONE, drafts_delete=_FIND),
        _found(pets_delete=_FIND),
        "breaking",
        "client.pets.find()",
        "breaking",
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
        "breaking",
    ),
    Pair(
        "one of two media types is no longer taken, which took the same",
        _created(json=_NAME, form=objects("name", name=TEXT, photo=FILE)),
        _created(form=objects("name", name=TEXT, photo=FILE)),
        "breaking",
        "client.pets.create() as PetCreateMultipartParams",
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


def _limited(**limits: Any) -> JSON:
    one = operation("list", parameters=[asked("limit", {**NUMBER, **limits})])
    return described({"/pets": {"get": one}})


LIMITS = (
    Pair(
        "a number is a multiple of what divides the old one",
        _limited(multipleOf=10),
        _limited(multipleOf=5),
        "compatible",
        "client.pets.list(limit=)",
        "breaking",
    ),
    Pair(
        "a number begins lower, and is called otherwise",
        _limited(exclusiveMinimum=5),
        _limited(minimum=0),
        "compatible",
        "client.pets.list(limit=)",
        "breaking",
    ),
    *(
        Pair(
            f"an integer is a multiple of {step}",
            _limited(),
            _limited(multipleOf=step),
            "none",
        )
        for step in (1, 0.5, 0.2)
    ),
    Pair(
        "an integer is a multiple of a number whose half it was",
        _limited(multipleOf=4),
        _limited(multipleOf=0.8),
        "none",
    ),
    Pair(
        "an integer is a multiple of two thirds of three",
        _limited(multipleOf=1),
        _limited(multipleOf=1.5),
        "breaking",
        "client.pets.list(limit=)",
        "compatible",
    ),
)


def _answered(answer: Any, **schemas: Any) -> JSON:
    return described({"/pets": {"get": operation("list", answer)}}, schemas)


_ANY: Any = {}
ANYTHING = tuple(
    Pair(
        f"what was anything is text, {name}",
        _answered(old),
        _answered(new),
        "breaking",
        place,
        "breaking",
    )
    for name, old, new, place in (
        ("alone", _ANY, TEXT, "client.pets.list()"),
        ("in a list", lists(_ANY), lists(TEXT), "client.pets.list()"),
        (
            "in a map",
            {"type": "object", "additionalProperties": True},
            {"type": "object", "additionalProperties": TEXT},
            "client.pets.list()",
        ),
        (
            "or absent",
            objects(note=_ANY),
            objects(note=TEXT),
            "models.PetListResponse.note",
        ),
    )
)


def _either(*names: str) -> JSON:
    answer = {"anyOf": [schema(name) for name in names]}
    return _answered(answer, Cat=objects(lives=NUMBER), Dog=objects(tricks=NUMBER))


def _queried(of: Any) -> JSON:
    one = operation("list", parameters=[asked("of", of)])
    return described({"/pets": {"get": one}})


_SCHEMES = {
    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "login": {"type": "http", "scheme": "basic"},
}


def _secured(*names: str) -> JSON:
    return described(
        {"/pets": {"get": operation("list")}},
        components={"securitySchemes": _SCHEMES},
        security=[{name: []} for name in names],
    )


ORDERS = tuple(
    Pair(f"{name} are in another order", old, new, "none")
    for name, old, new in (
        ("alternatives", _either("Cat", "Dog"), _either("Dog", "Cat")),
        (
            "types",
            _queried({"type": ["string", "integer"]}),
            _queried({"type": ["integer", "string"]}),
        ),
        (
            "values",
            _queried(lists({"enum": ["a", "b"]})),
            _queried(lists({"enum": ["b", "a"]})),
        ),
        ("credentials", _secured("key", "login"), _secured("login", "key")),
    )
)


def _tagged(**mapping: str) -> JSON:
    """Describe pets that are told apart by their kind."""
    found = {tag: f"#/components/schemas/{name}" for tag, name in mapping.items()}
    pet = {
        "oneOf": [schema(name) for name in sorted({*mapping.values()})],
        "discriminator": {"propertyName": "kind", "mapping": found},
    }
    cat = objects("kind", kind=TEXT, lives=NUMBER)
    dog = objects("kind", kind=TEXT, tricks=NUMBER)
    return _answered(schema("Pet"), Cat=cat, Dog=dog, Pet=pet)


_NAMED = objects("name", name=TEXT)


def _ways(pet: Any, *, read: bool, given: bool) -> JSON:
    """Describe pets that an answer, a call or both have as objects."""
    body = sent(json=objects("pet", pet=schema("Pet")))
    get = {"get": operation("list", schema("Pet"))} if read else {}
    post = {"post": operation("create", requestBody=body)} if given else {}
    return described({"/pets": {**get, **post}}, {"Pet": pet})


def _aged(*required: str, **age: Any) -> Any:
    return objects("name", *required, name=TEXT, age={**NUMBER, **age})


def _extra(of: Any) -> Any:
    return {**_NAMED, "additionalProperties": of}


def _coded(of: Any) -> JSON:
    one = operation("list", parameters=[asked("code", schema("Code"))])
    return described({"/pets": {"get": one}}, {"Code": of})


_EITHER: Any = {"type": ["string", "integer"]}
WAYS = (
    Pair(
        "a field is added that has to be given where a model is made",
        _ways(_NAMED, read=True, given=True),
        _ways(_aged("age"), read=True, given=True),
        "breaking",
        "models.Pet.age",
        "breaking",
    ),
    Pair(
        "a field is added that only the server knows, and models have to have",
        _ways(_NAMED, read=True, given=True),
        _ways(_aged("age", readOnly=True), read=True, given=True),
        "breaking",
        "models.Pet.age",
        "breaking",
    ),
    Pair(
        "a field is always there of a model that is made, too",
        _ways(_aged(), read=True, given=True),
        _ways(_aged("age"), read=True, given=True),
        "breaking",
        "models.Pet.age",
        "breaking",
    ),
    Pair(
        "a field is added to a model that nobody makes",
        _ways(_NAMED, read=True, given=False),
        _ways(_aged("age"), read=True, given=False),
        "compatible",
        "models.Pet.age",
        "breaking",
    ),
    *(
        Pair(
            f"{name} where it is sent",
            _coded(old),
            _coded(new),
            "compatible",
            "models.Code",
            "breaking",
        )
        for name, old, new in (
            ("text may be a number, too", TEXT, _EITHER),
            ("an integer may be a fraction", NUMBER, {"type": "number"}),
            (
                "text may be null",
                {"anyOf": [NUMBER, TEXT]},
                {"anyOf": [NUMBER, TEXT, {"type": "null"}]},
            ),
            (
                "a variant is added",
                {"anyOf": [NUMBER, TEXT]},
                {"anyOf": [NUMBER, TEXT, lists(TEXT)]},
            ),
        )
    ),
    *(
        Pair(
            f"what has no name {name}",
            _ways(_extra(old), read=read, given=given),
            _ways(_extra(new), read=read, given=given),
            verdict,
            "models.Pet.*",
            back_,
        )
        for name, old, new, read, given, verdict, back_ in (
            (
                "may be given as more",
                TEXT,
                _EITHER,
                False,
                True,
                "compatible",
                "breaking",
            ),
            ("may be given", False, TEXT, False, True, "compatible", "breaking"),
            ("may be more", TEXT, _EITHER, True, False, "breaking", "compatible"),
            ("may be there", False, TEXT, True, False, "compatible", "breaking"),
            (
                "may be given and there",
                False,
                TEXT,
                True,
                True,
                "compatible",
                "breaking",
            ),
            ("is more, either way", TEXT, _EITHER, True, True, "breaking", "breaking"),
        )
    ),
)


def _refused(one: Any, other: Any) -> JSON:
    """Describe two operations by what they say where there is nothing."""
    bodies = {"cats": one, "dogs": other}
    return described(
        {f"/{name}": {"get": _refusing(name, of)} for name, of in bodies.items()},
        {"Cat": objects(lives=NUMBER), "Dog": objects(tricks=NUMBER)},
    )


def _refusing(name: str, of: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": of}}
    found = operation(name)
    found["responses"]["404"] = {"description": "None.", "content": content}
    return found


_CAT, _DOG = schema("Cat"), schema("Dog")
FAILURES = (
    Pair(
        "two operations refuse with what the other one did",
        _refused(_CAT, _DOG),
        _refused(_DOG, _CAT),
        "breaking",
        "client.pets.cats() raises NotFoundError",
        "breaking",
    ),
    Pair(
        "an operation refuses as the others do",
        _refused(_CAT, _DOG),
        _refused(_CAT, _CAT),
        "breaking",
        "client.pets.dogs() raises NotFoundError",
        "breaking",
    ),
)


def _kinds(old: Any, new: Any) -> Pair:
    return Pair(
        f"{old.get('type')} become {new.get('type')}",
        _ways(old, read=True, given=False),
        _ways(new, read=True, given=False),
        "breaking",
        "models.Pet",
        "breaking",
    )


KINDS = (_kinds(_NAMED, lists(TEXT)), _kinds(_NAMED, {**TEXT, "enum": ["a", "b"]}))
PAIRS = (*REQUESTS, *OVERLOADS, *LIMITS, *ANYTHING, *ORDERS, *WAYS, *FAILURES, *KINDS)


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


def test_what_goes_with_other_tags_is_told_apart() -> None:
    """Both break code, and who approves one has not approved the other."""
    old = _tagged(cat="Cat", dog="Dog")
    (swapped,) = compared(old, _tagged(cat="Dog", dog="Cat"))
    (taken,) = compared(old, _tagged(cat="Dog", mog="Cat"))

    assert swapped.fingerprint != taken.fingerprint
    assert [
        'Cat if kind is "cat" | Dog if kind is "dog" | Unknown',
        'Cat if kind is "mog" | Dog if kind is "cat" | Unknown',
    ] == [side.text for side in (taken.before, taken.after) if side]


def test_a_variant_that_is_added_is_told_without_tags() -> None:
    """Nothing else than its class is new to callers."""
    (change, *_) = compared(_tagged(cat="Cat"), _tagged(cat="Cat", dog="Dog"))

    assert change.after is not None
    assert "Cat | Dog | Unknown" == change.after.text
