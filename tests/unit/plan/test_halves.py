"""Things that are described twice: their names, and how these last."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Any, TypeAlias

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clientsmith.load import Source
from clientsmith.pipeline import compile_description
from clientsmith.plan import Options, name_declarations

HELD = {"Box": "Item-Input", "Crate": "Item-Output"}
"""What holds a half, which then travels with it."""
KEYS = ("Item", "Item-Input", "Item-Output", "ItemInput", "ItemOutput", *HELD)

Traffic: TypeAlias = tuple[Collection[str], Collection[str]]
"""Which components are sent, and which are received."""
Names: TypeAlias = dict[str, str]


def schema(key: str, *, alike: bool) -> dict[str, Any]:
    """Describe a component; what is received of a pair and its parts asserts more."""
    if key in HELD:
        return listed({"item": reference(HELD[key])})
    place = listed({"street": {}})
    if key.endswith("Output") and not alike:
        place["required"] = ["street"]
    return listed({"id": {}, "place": place, "state": {"enum": ["new", "used"]}})


def listed(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Describe an object."""
    return {"type": "object", "properties": properties}


def reference(key: str) -> dict[str, str]:
    """Refer to a component."""
    return {"$ref": f"#/components/schemas/{key}"}


def document(traffic: Traffic, *, alike: bool) -> str:
    """Describe operations that send and receive lists of components."""
    sent, received = traffic
    paths: dict[str, Any] = {}
    for key in sent:
        made = {"requestBody": body(key), "responses": {}}
        paths.setdefault(f"/{key}", {})["post"] = made
    for key in received:
        answer = {"200": {"description": "", **body(key)}}
        paths.setdefault(f"/{key}", {})["get"] = {"responses": answer}
    used = {*sent, *received}
    used |= {HELD[key] for key in used if key in HELD}
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Items", "version": "1"},
            "paths": paths,
            "components": {
                "schemas": {key: schema(key, alike=alike) for key in sorted(used)}
            },
        }
    )


def body(key: str) -> dict[str, Any]:
    """Write what a JSON body holds: a list, whose items are no arguments."""
    items = {"type": "array", "items": reference(key)}
    return {"content": {"application/json": {"schema": items}}}


def published(
    traffic: Traffic, pinned: Mapping[str, str], *, alike: bool = False
) -> tuple[Names, Names]:
    """Generate a package; return its classes by side and place, and the lock."""
    source = Source("api.json", document(traffic, alike=alike).encode())
    options = Options("items", pinned=pinned)
    done = compile_description(source, (), options)

    assert done.package is not None, done.diagnostics
    assert done.lowered is not None
    layout = name_declarations(done.lowered.api, done.package.names)
    sides = {"models": layout.models, "params": layout.params}
    names = {
        f"{side} {'/'.join(at.steps[2:])}": place.name
        for side, places in sides.items()
        for at, place in places.items()
    }
    return names, dict(done.package.names)


def components(names: Mapping[str, str]) -> Names:
    """Leave out what is inside of components."""
    return {key: name for key, name in names.items() if "/" not in key}


PAIR: Traffic = (["Item-Input"], ["Item-Output"])


def test_both_halves_have_one_name() -> None:
    """And so have their parts."""
    assert {
        "models Item-Output": "Item",
        "models Item-Output/properties/place": "ItemPlace",
        "models Item-Output/properties/state": "ItemState",
        "params Item-Input": "ItemParam",
        "params Item-Input/properties/place": "ItemPlaceParam",
        "params Item-Input/properties/state": "ItemStateParam",
    } == published(PAIR, {})[0]


@pytest.mark.parametrize(
    "traffic",
    [
        (["Item-Input"], []),
        ([], ["Item-Output"]),
        (["Item-Input", "Item-Output"], ["Item-Output"]),
        (["Item-Input"], ["Item-Output", "Item-Input"]),
        (["Item-Input"], ["Item-Output", "Item"]),
        (["Item-Input", "Crate"], ["Item-Output"]),
    ],
)
def test_what_is_no_pair_has_the_names_of_the_document(traffic: Traffic) -> None:
    """Half of one, what travels both ways, and what has a whole beside it."""
    names = components(published(traffic, {})[0])
    halves = {key: name for key, name in names.items() if "Item-" in key}

    assert halves
    for key, name in halves.items():
        side, _, component = key.partition(" ")
        suffix = "Param" if side == "params" else ""
        assert f"{component.replace('-', '')}{suffix}" == name


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PAIR, (["Item"], ["Item"])),
        ((["Item"], ["Item"]), PAIR),
    ],
)
def test_one_that_becomes_two_keeps_its_names(before: Traffic, after: Traffic) -> None:
    """And two that become one: FastAPI writes a pair when the halves differ."""
    names, lock = published(before, {})
    later, _ = published(after, lock)

    assert {*names.values()} == {*later.values()}


def test_a_half_that_stays_alone_keeps_its_name() -> None:
    """What is sent then has a model too, under the name that the document has."""
    _, lock = published(PAIR, {})
    alone, _ = published((["Item-Input"], []), lock)
    other, _ = published(([], ["Item-Output"]), lock)

    assert {
        "models Item-Input": "ItemInput",
        "params Item-Input": "ItemParam",
    } == components(alone)
    assert {"models Item-Output": "Item"} == components(other)


def test_a_half_that_was_alone_keeps_its_name() -> None:
    """The other one takes the name of both."""
    before, lock = published((["Item-Input"], []), {})
    after, _ = published(PAIR, lock)

    assert components(before) | {"models Item-Output": "Item"} == components(after)


def test_a_whole_that_appears_later_gives_way() -> None:
    """Its name was published for the halves."""
    names, lock = published(PAIR, {})
    later, _ = published((["Item-Input", "Item"], ["Item-Output", "Item"]), lock)

    assert names.items() <= later.items()
    assert ("ItemSchema", "ItemSchemaParam") == (
        later["models Item"],
        later["params Item"],
    )


@pytest.mark.parametrize(("alike", "name"), [(True, "Item"), (False, "ItemInput")])
def test_what_is_sent_has_a_model_where_another_one_needs_it(
    name: str, *, alike: bool
) -> None:
    """That of what is received, if the halves say the same."""
    names, _ = published((["Item-Input", "Box"], ["Item-Output"]), {}, alike=alike)

    assert name == names["models Item-Input"]
    assert ("Item", "ItemParam") == (
        names["models Item-Output"],
        names["params Item-Input"],
    )


KEY = st.sampled_from(KEYS)
TRAFFIC = st.tuples(st.sets(KEY), st.sets(KEY))


@example(
    first=({"Box"}, {"Crate", "ItemInput", "ItemOutput"}),
    second=({*KEYS}, {"Item"}),
    third=({"ItemInput"}, set()),
    alike=False,
)
@example(
    first=({"Item-Input"}, {"Item-Output"}),
    second=({"Item-Input", "Item", "Item-Output"}, set()),
    third=({"Item"}, set()),
    alike=False,
)
@settings(max_examples=50, deadline=None)
@given(first=TRAFFIC, second=TRAFFIC, third=TRAFFIC, alike=st.booleans())
def test_with_a_lock_no_half_is_renamed(
    first: Traffic, second: Traffic, third: Traffic, *, alike: bool
) -> None:
    """Whichever halves and wholes come and go, and wherever they travel.

    A model that both halves share is that of what is received when they part.
    """
    names: list[Names] = []
    lock: Names = {}
    for traffic in (first, second, third):
        found, lock = published(traffic, lock, alike=alike)
        names.append(found)

        assert (found, lock) == published(traffic, lock, alike=alike)

    for before, after in pairwise(names):
        shared = {key for key in after if key.startswith("models Item-Input")}
        common = (before.keys() & after.keys()) - shared
        assert {k: before[k] for k in common} == {k: after[k] for k in common}


@pytest.mark.parametrize("alike", [True, False])
def test_halves_that_part_or_become_alike_keep_their_names(*, alike: bool) -> None:
    """What each of them says does not matter."""
    both: Traffic = (["Item-Input", "Box"], ["Item-Output"])
    names, lock = published(both, {}, alike=alike)
    later, _ = published(both, lock, alike=not alike)

    assert ("Item", "ItemParam") == (
        names["models Item-Output"],
        names["params Item-Input"],
    )
    assert ("Item", "ItemParam", "ItemInput") == (
        later["models Item-Output"],
        later["params Item-Input"],
        later["models Item-Input"],
    )
