"""How inputs are written as JSON."""

from __future__ import annotations

import copy
import enum
import json
import pickle
import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any, cast
from uuid import UUID

import pytest
from asking import Ask, in_each_way
from loopback import reply, serve
from shop import Image, Pet, PetsRequests, Text

from runtime.body import JsonBody, json_body
from runtime.decode import Context, decode_json, reader
from runtime.to_json import to_json


class Size(enum.Enum):
    """An enum that is not a string."""

    BIG = "big"


def _pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2024, 2, 29, 12, tzinfo=UTC), "2024-02-29T12:00:00Z"),
        (date(2024, 2, 29), "2024-02-29"),
        (timedelta(minutes=1.5), "PT90S"),
        (UUID(int=0), "00000000-0000-0000-0000-000000000000"),
        (Size.BIG, "big"),
        (Decimal("1.50"), "1.50"),
        (b"\xff", "/w=="),
        (MappingProxyType({"a": 1}), {"a": 1}),
        (frozenset({1}), [1]),
    ],
)
def test_python_values_are_converted_where_met(value: Any, expected: Any) -> None:
    """Dicts go as they are; the values that JSON lacks are converted inside."""
    assert {"a": [expected]} == json.loads(to_json({"a": [value]}))


def test_a_model_is_written_as_it_was_given() -> None:
    """Names of the wire, nothing that was not set, nulls that were, and extras."""
    pet = Pet(id=1, name="Flaff", owner_name=None, parts=[Text(text="x")], new=[1])  # type: ignore[call-arg]

    assert json.loads(to_json(pet)) == {
        "id": 1,
        "name": "Flaff",
        "ownerName": None,
        "parts": [{"type": "text", "text": "x"}],
        "new": [1],
    }


def test_an_undeclared_property_may_have_the_python_name_of_a_declared_one() -> None:
    """The declared one, which did not come, stays absent."""
    content = '{"id":1,"name":"Flaff","owner_name":"x"}'
    pet = decode_json(content, Pet, Context("pets.get", "strict", 200))

    assert json.loads(content) == json.loads(to_json(pet))


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, _pickled])
def test_a_null_is_kept_beside_an_undeclared_property_called_the_same(way: Any) -> None:
    """The name of what was given is that of the attribute, and of the other one."""
    content = '{"id":1,"name":"Flaff","ownerName":null,"owner_name":"x"}'
    pet = decode_json(content, Pet, Context("pets.get", "strict", 200))

    assert json.loads(content) == json.loads(to_json(way(pet)))


def test_an_attribute_is_set_beside_an_undeclared_property_called_the_same() -> None:
    """Both are written."""
    content = '{"id":1,"name":"Flaff","owner_name":"x"}'
    pet = decode_json(content, Pet, Context("pets.get", "strict", 200))
    pet.owner_name = "y"

    written = {"id": 1, "name": "Flaff", "ownerName": "y", "owner_name": "x"}
    assert written == json.loads(to_json(pet))


@pytest.mark.parametrize("validation", ["lenient", "strict"])
@pytest.mark.parametrize("wrap", ["%s", "[%s]", '{"id":"x","friends":[%s]}'])
def test_an_undeclared_property_is_not_taken_for_the_attribute_called_the_same(
    wrap: str, validation: Any
) -> None:
    """A null that is set is written, and dumps invent none; wherever the object is."""
    content = '{"id":1,"name":"Flaff","owner_name":"x"}'
    if validation == "strict" and "friends" in wrap:
        wrap = wrap.replace('"x"', '1,"name":"a"')
    returns = list[Pet] if wrap.startswith("[") else Pet
    context = Context("pets.get", validation, 200)
    value: Any = decode_json(wrap % content, returns, context)
    pet = value[0] if isinstance(value, list) else (value.friends or [value])[0]

    assert {"id", "name"} == pet.model_fields_set
    assert json.loads(content) == pet.model_dump(exclude_unset=True)
    pet.owner_name = None
    assert {**json.loads(content), "ownerName": None} == json.loads(to_json(pet))


def test_what_has_no_such_attribute_is_read_by_the_library_alone() -> None:
    """Nothing of Python runs for each event of a stream."""
    library = type(reader(list[int]).read)

    assert [library, library] == [type(reader(Text).read), type(reader(Image).read)]
    assert type(reader(Pet).read) is not library


def test_models_and_dicts_mix() -> None:
    """A message may hold both."""
    mixed = {"parts": [Image(url="u"), {"type": "text", "text": "x"}]}

    assert json.loads(to_json(mixed)) == {
        "parts": [{"type": "image", "url": "u"}, {"type": "text", "text": "x"}]
    }


def test_a_lone_surrogate_is_escaped() -> None:
    """It has no UTF-8 form, and JSON has one for it."""
    assert to_json("\ud800") == b'"\\ud800"'


@pytest.mark.parametrize("value", [float("nan"), object()])
def test_what_has_no_json_form_is_refused(value: object) -> None:
    """Better no request than a wrong one."""
    with pytest.raises((ValueError, TypeError)):
        to_json(value)


def test_a_body_leaves_out_none_unless_null_means_something() -> None:
    """`None` is absent, except for properties that may be null."""
    params = {"a": None, "b": None, "c_d": 1, "e": 2}
    body = json_body(
        params, renamed={"c_d": "cD"}, nullable=("b",), without=("e",), fixed={"f": 3}
    )

    assert body.value == {"b": None, "cD": 1, "f": 3}


def test_large_inputs_cost_little_more_than_their_json() -> None:
    """500 nested messages are not walked before they are written."""
    message = {"role": "user", "content": [{"type": "text", "text": "hello " * 20}]}
    params = {"model": "m", "messages": [message] * 500}

    def cost(write: Any) -> float:
        def once() -> float:
            start = time.perf_counter()
            write(params)
            return time.perf_counter() - start

        return min(once() for _ in range(10))

    extra = cost(lambda value: json_body(value).encode()) - cost(json.dumps)

    assert extra < 0.001


class Numbers:
    """Knows its numbers as an array of another library does."""

    def tolist(self) -> list[float]:
        """Return them."""
        return [0.5]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": [1, {"b": object()}]}, "body.a[1].b: object has no JSON form"),
        (
            {"a": (0.5, Numbers())},
            f"body.a[1]: {__name__}.Numbers has no JSON form: give its `.tolist()`",
        ),
        ({"a": [1.0, float("nan")]}, "body.a[1]: nan has no JSON form"),
        ([float("-inf")], "body[0]: -inf has no JSON form"),
        ({"pet": Text(text="a", size=float("inf"))}, "body.pet.size: inf has no"),  # type: ignore[call-arg]
        (
            {"at": datetime(2026, 1, 2)},  # noqa: DTZ001 - that is what is wrong
            "body.at: datetime.datetime(2026, 1, 2, 0, 0) needs a time zone",
        ),
    ],
)
@pytest.mark.parametrize("given", [True, False])
def test_what_cannot_be_written_is_named_with_its_place(
    value: Any, expected: str, given: bool
) -> None:
    """A vector of a thousand numbers is long to look through."""
    with pytest.raises((TypeError, ValueError)) as refused:
        JsonBody(value, is_given=given).encode()

    assert expected == str(refused.value)[: len(expected)]


def test_what_has_itself_inside_is_named_too() -> None:
    """It would be written for ever."""
    circle: list[object] = []
    circle.append({"again": circle})

    with pytest.raises(ValueError, match=r"^body\[0\].again: it has itself inside$"):
        JsonBody(circle, is_given=True).encode()


@in_each_way
def test_a_call_says_so_before_anything_is_sent(ask: Ask) -> None:
    """By the names of the wire, which dictionaries inside of arguments have as well."""
    asked = PetsRequests.create(name="a", owner_name=cast("str", object()))
    with (
        serve(reply(200)) as server,
        pytest.raises(TypeError, match=r"^body\.ownerName: object has no JSON form$"),
    ):
        ask(server.address, asked)

    assert [] == server.requests
