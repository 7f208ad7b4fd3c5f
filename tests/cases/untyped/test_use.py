"""A schema without `type` is what its other keywords say, and any JSON otherwise."""

from __future__ import annotations

import pytest

from cases.using import Case

EVENT = {
    "payload": [1, {"a": None}],
    "anything": 2.5,
    "context": "a text",
    "page": {"path": "/"},
    "counts": {"a": 1},
    "words": ["a"],
}


def test_any_json_is_kept(case: Case) -> None:
    """As it is."""
    event = case.client(EVENT).events.create(**EVENT)

    assert [1, {"a": None}] == event.payload
    assert event.page.path == "/"
    assert EVENT == case.written(event)
    assert EVENT == case.sent


@pytest.mark.parametrize("value", ["start", 7, [], True, {}])
@pytest.mark.parametrize("key", ["counts", "page", "place", "words"])
def test_its_parts_alone_do_not_make_an_object_or_an_array(
    case: Case, key: str, value: object
) -> None:
    """Other JSON is valid by the document."""
    event = {"payload": 1, key: value}
    answer = case.client(event, validation="strict").events.create(**event)

    assert event == case.written(answer)


def test_a_union_is_what_the_value_says(case: Case) -> None:
    """Either of them, though each would accept the other."""
    one, two = {"name": "a", "since": "2026-01-31"}, {"name": "b"}
    event = {"payload": 1, "owner": "nobody", "owners": [one, two]}
    answer = case.client(event, validation="strict").events.create(payload=1)

    assert ["a", "b"] == [owner.name for owner in answer.owners]
    assert answer.owner == "nobody"
    assert event == case.written(answer)


@pytest.mark.parametrize("key", ["counts", "words"])
@pytest.mark.parametrize("value", ["start", 7, None])
def test_neither_do_items_or_values(case: Case, key: str, value: object) -> None:
    """A list or a dictionary is typed all the same, and read if it is one."""
    event = {"payload": 1, key: value}
    answer = case.client(event).events.create(payload=1)

    assert event == case.written(answer)


@pytest.mark.parametrize("wrong", [{"counts": {"a": "b"}}, {"words": [1]}])
def test_what_is_said_of_them_holds(case: Case, wrong: dict[str, object]) -> None:
    """Where it is an array or an object."""
    answer = {"payload": 1, **wrong}

    assert case.refuses(lambda client: client.events.create(payload=1), answer)


@pytest.mark.parametrize("value", ["abc", 5, [0], {"a": 0}, True, None])
def test_bounds_hold_for_values_that_they_are_about(case: Case, value: object) -> None:
    """A text has no `minimum`, and a number no length."""
    answer = {"payload": 1, "short": value}
    event = case.client(answer).events.create(payload=1)

    assert answer == case.written(event)


@pytest.mark.parametrize("value", ["abcd", 4.5, [], {}])
def test_others_are_refused(case: Case, value: object) -> None:
    """By strict validation."""
    answer = {"payload": 1, "short": value}

    assert case.refuses(lambda client: client.events.create(payload=1), answer)


def test_what_may_not_be_is_left_out(case: Case) -> None:
    """`false` allows no value, so that there is no attribute and no argument."""
    assert set() == {"forbidden", "removed"} & case.models.Event.model_fields.keys()
    with pytest.raises(TypeError, match="removed"):
        case.client(EVENT).events.create(payload=1, removed=1)
