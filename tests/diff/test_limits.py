"""Limits are compared wherever they are: of values, and of what these hold."""

from __future__ import annotations

from typing import Any

import pytest

from clientsmith.compare import Change, compare
from diff.descriptions import asked, described, lists, objects, operation, schema, sent
from diff.editing import compared, shown
from diff.packages import read
from diff.test_symmetry import back, there

SHORT: Any = {"type": "string", "maxLength": 5}
LONG: Any = {"type": "string", "maxLength": 9}
FEW: Any = {"type": "integer", "maximum": 10}
MANY: Any = {"type": "integer", "maximum": 100}


def query(of: Any, **schemas: Any) -> Any:
    """Describe what a parameter of the query may be."""
    one = operation("find", parameters=[asked("by", of)])
    return described({"/pets": {"get": one}}, schemas)


def body(of: Any, *, required: bool = True, **schemas: Any) -> Any:
    """Describe what is sent."""
    given = {**sent(json=of), "required": required}
    one = operation("create", requestBody=given)
    return described({"/pets": {"post": one}}, schemas)


def answer(of: Any, **schemas: Any) -> Any:
    """Describe what is received."""
    return described({"/pets": {"get": operation("find", of)}}, schemas)


def maps(of: Any) -> Any:
    """Describe maps."""
    return {"type": "object", "additionalProperties": of}


NOT_IN_FILES = (
    "of what is in",
    "of the values",
    "of a body that is a list",
    "of one of",
)
"""Packages have no line for what is asserted of parts of a value that is sent."""
GIVEN = [
    pytest.param(
        query(schema("Code"), Code=LONG),
        query(schema("Code"), Code=SHORT),
        "params.CodeParam",
        "max_length 9",
        "max_length 5",
        id="of a component",
    ),
    pytest.param(
        query(lists(LONG)),
        query(lists(SHORT)),
        "client.pets.find(by=)",
        "items.max_length 9",
        "items.max_length 5",
        id="of what is in a list",
    ),
    pytest.param(
        query(lists(lists(MANY))),
        query(lists(lists(FEW))),
        "client.pets.find(by=)",
        "items.items.maximum 100",
        "items.items.maximum 10",
        id="of what is in a list in a list",
    ),
    pytest.param(
        body(objects(by=maps(LONG))),
        body(objects(by=maps(SHORT))),
        "client.pets.create(by=)",
        "values.max_length 9",
        "values.max_length 5",
        id="of the values of a map",
    ),
    pytest.param(
        body(LONG),
        body(SHORT),
        "client.pets.create(body=)",
        "max_length 9",
        "max_length 5",
        id="of a body that is one value",
    ),
    pytest.param(
        body({**lists(LONG), "maxItems": 3}),
        body({**lists(SHORT), "maxItems": 2}),
        "client.pets.create(body=)",
        "max_items 3, items.max_length 9",
        "max_items 2, items.max_length 5",
        id="of a body that is a list",
    ),
    pytest.param(
        body(objects(a=LONG, b=LONG)),
        body({**objects(a=LONG, b=LONG), "minProperties": 1}),
        "client.pets.create()",
        "",
        "min_properties 1",
        id="of a body that is an object",
    ),
    pytest.param(
        body(objects(a=LONG, b=LONG)),
        body({**objects(a=LONG, b=LONG), "dependentRequired": {"a": ["b"]}}),
        "client.pets.create()",
        "",
        'others ["`a` requires `b`"]',
        id="of keys that need others",
    ),
    pytest.param(
        body(objects(a=LONG, b=LONG)),
        body(
            {
                **objects(a=LONG, b=LONG),
                "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
            }
        ),
        "client.pets.create()",
        "",
        'others ["Requires `a` or `b`"]',
        id="of keys of which some are needed",
    ),
    pytest.param(
        body(objects(pet=schema("Pet")), Pet=objects(a=LONG)),
        body(objects(pet=schema("Pet")), Pet={**objects(a=LONG), "maxProperties": 1}),
        "params.PetParam",
        "",
        "max_properties 1",
        id="of an object with a dictionary of its own",
    ),
    pytest.param(
        query({"anyOf": [LONG, MANY]}),
        query({"anyOf": [SHORT, MANY]}),
        "client.pets.find(by=)",
        "max_length 9",
        "max_length 5",
        id="of one of several types",
    ),
]


@pytest.mark.parametrize(("old", "new", "place", "before", "after"), GIVEN)
def test_what_is_given_and_has_to_be_tighter_is_refused_at_run_time(
    old: Any, new: Any, place: str, before: str, after: str
) -> None:
    """And what may be looser is taken as before; each is one change, where it is."""
    (tighter,) = (one for one in compared(old, new) if one.place == place)
    (looser,) = (one for one in compared(new, old) if one.place == place)

    assert ("breaking", True) == (tighter.verdict.value, tighter.unseen)
    assert ("compatible", False) == (looser.verdict.value, looser.unseen)
    assert (place, before, after) == texts(tighter)
    assert (place, after, before) == texts(looser)


def texts(change: Change) -> tuple[str, str, str]:
    """Return where a change is, what was there and what is."""
    assert change.before
    assert change.after
    assert "limits" == change.aspect
    return change.place, change.before.text, change.after.text


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (
            answer(schema("Code"), Code=LONG),
            answer(schema("Code"), Code=SHORT),
            "models.Code",
        ),
        (
            answer(schema("Pet"), Pet=objects(tags=lists(LONG))),
            answer(schema("Pet"), Pet=objects(tags=lists(SHORT))),
            "models.Pet.tags",
        ),
        (
            answer(schema("Pet"), Pet=objects(a=LONG)),
            answer(schema("Pet"), Pet={**objects(a=LONG), "minProperties": 1}),
            "models.Pet",
        ),
    ],
)
def test_limits_of_what_is_read_break_nothing(old: Any, new: Any, place: str) -> None:
    """Whether they are tighter or looser."""
    for change in (*compared(old, new), *compared(new, old)):
        assert ("compatible", "limits", place) == (
            change.verdict.value,
            change.aspect,
            change.place,
        )

    assert 2 == len((*compared(old, new), *compared(new, old)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"exclusiveMinimum": 5}, {"minimum": 6}),
        ({"exclusiveMaximum": 5}, {"maximum": 4}),
        ({"minimum": 5.5}, {"minimum": 6}),
        ({"exclusiveMinimum": 5.5}, {"exclusiveMinimum": 5}),
    ],
)
def test_edges_of_integers_are_the_first_that_fit(old: Any, new: Any) -> None:
    """Of numbers, there are others in between."""
    whole = compared(*(query({"type": "integer", **each}) for each in (old, new)))
    numbers = compared(*(query({"type": "number", **each}) for each in (old, new)))

    assert [] == shown(whole)
    assert ["limits"] == [one.aspect for one in numbers]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string"}, {"anyOf": [{"type": "string"}, FEW]}),
        ({"type": "string"}, {"type": ["string", "integer"], "maximum": 10}),
        ({"type": "string"}, {"anyOf": [{"type": "string"}, lists(SHORT)]}),
    ],
)
def test_a_limit_on_what_was_not_taken_refuses_nothing(old: Any, new: Any) -> None:
    """What is new comes with its limits, and the other way round goes with them."""
    wider, narrower = compared(query(old), query(new)), compared(query(new), query(old))

    assert ["compatible"] == [one.verdict.value for one in wider]
    assert ["type"] == [one.aspect for one in (*wider,)]
    assert ["type"] == [one.aspect for one in narrower]
    assert there(wider) == back(narrower)


PAIR: Any = objects(a=LONG, b=LONG)
SOME: Any = {**PAIR, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}


@pytest.mark.parametrize(
    ("old", "new", "verdicts"),
    [
        (PAIR, PAIR, ("compatible", "compatible")),
        (
            {**PAIR, "minProperties": 1},
            {**PAIR, "minProperties": 1},
            ("breaking", "compatible"),
        ),
        (SOME, SOME, ("breaking", "compatible")),
    ],
)
def test_a_body_may_become_required_though_none_of_its_keys_is(
    old: Any, new: Any, verdicts: tuple[str, str]
) -> None:
    """Then an empty one is sent, which the server may refuse."""
    free, needed = body(old, required=False), body(new)
    found = compared(free, needed), compared(needed, free)

    for changes, verdict, words in zip(
        found, verdicts, ("optional required", "required optional"), strict=True
    ):
        (change,) = changes
        assert ("required", "client.pets.create()") == (change.aspect, change.place)
        assert (verdict, verdict == "breaking") == (change.verdict.value, change.unseen)
        assert change.before
        assert change.after
        assert words == f"{change.before.text} {change.after.text}"


def test_a_body_with_a_key_that_is_required_is_always_sent() -> None:
    """So that it makes no difference whether the body is."""
    keyed = objects("a", a=LONG)

    assert [] == shown(compared(body(keyed, required=False), body(keyed)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        one.values[:2]
        for one in GIVEN
        if one.id and not str(one.id).startswith(NOT_IN_FILES)
    ],
)
def test_packages_say_the_same_of_limits(old: Any, new: Any) -> None:
    """With the same fingerprints, so that what is approved is approved for both."""
    by_files = compare(read(old).surface, read(new).surface)

    assert shown(compared(old, new)) == shown(by_files)
    assert prints(compared(old, new)) == prints(by_files)


def test_packages_say_the_same_of_several_limits() -> None:
    """Though the words of docs have another order than keywords."""
    ordered = {"minimum": 1, "maximum": 9, "multipleOf": 2}
    other = {"multipleOf": 4, "exclusiveMaximum": 9, "minimum": 2}
    pair = [query({"type": "integer", **each}) for each in (ordered, other)]
    by_files = compare(*(read(each).surface for each in pair))

    assert prints(compared(*pair)) == prints(by_files)


def prints(changes: tuple[Change, ...]) -> list[str]:
    """List what changes are known by."""
    return [one.fingerprint for one in changes]


def test_limits_within_what_is_read_are_in_files() -> None:
    """Since answers are validated by them, if somebody wants that."""
    old, new = (
        read(answer(schema("Pet"), Pet=objects(a=maps(lists(each))))).surface
        for each in (LONG, SHORT)
    )
    (change,) = compare(old, new)

    assert ("models.Pet.a", "values.items.max_length 9") == texts(change)[:2]


def test_a_sentence_that_is_not_the_last_is_no_part_of_docs() -> None:
    """Each of several conditions is one on its own."""
    two = {"dependentRequired": {"a": ["b"], "b": ["a"]}}
    one = {"dependentRequired": {"b": ["a"]}}
    old, new = (read(body({**PAIR, **each})).surface for each in (two, one))
    (change,) = compare(old, new)

    assert 'others ["`a` requires `b`"]' == texts(change)[1]
