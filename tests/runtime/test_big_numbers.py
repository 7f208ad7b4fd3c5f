"""An integer that no float holds stays an integer where a number is described."""

from __future__ import annotations

import json
import math
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError, create_model

from runtime.asserts import Asserts
from runtime.decode import Context, decode_json
from runtime.errors import ResponseValidationError
from runtime.models import Model
from runtime.to_json import to_json

LENIENT = Context("orders.get", "lenient", 200)
STRICT = Context("orders.get", "strict", 200)
LARGE = 2**53 + 1
"""The first one that a float would change."""


class Order(Model):
    """Holds numbers in each way."""

    id: float
    paid: float | None = None
    prices: list[float] | None = None
    by_day: dict[str, float | str] | None = None
    weight: Annotated[float | None, Asserts(minimum=0)] = None


@pytest.mark.parametrize("context", [LENIENT, STRICT])
@pytest.mark.parametrize(
    "values",
    [
        {"id": LARGE},
        {"id": -LARGE, "paid": 2**63},
        {"id": 2**53, "paid": None, "weight": LARGE},
        {"id": 1e300, "prices": [10**30, 1.5, -0.5]},
        {"id": 9007199254740991, "by_day": {"monday": LARGE, "tuesday": "none"}},
    ],
)
def test_digits_are_kept(context: Context, values: dict[str, Any]) -> None:
    """Whatever is between the number and the model."""
    order = decode_json(json.dumps(values), Order, context)

    assert values == json.loads(to_json(order))


def test_what_a_float_holds_is_a_float() -> None:
    """So that nobody has to ask which one it is."""
    order = decode_json('{"id": 3, "paid": 9007199254740991}', Order, STRICT)

    assert (float, float) == (type(order.id), type(order.paid))


def test_numbers_beside_no_model_are_kept() -> None:
    """A response may be a list of them."""
    numbers = decode_json(f"[1, {LARGE}]", list[float], STRICT)

    assert [1.0, LARGE] == numbers


def test_a_model_that_is_made_keeps_them() -> None:
    """As one that is read."""
    assert {"id": LARGE} == json.loads(to_json(Order(id=LARGE)))


@pytest.mark.parametrize(
    "wrong", ['{"id": "1"}', '{"id": true}', '{"id": 1, "weight": -1}']
)
def test_what_is_no_such_number_is_refused(wrong: str) -> None:
    """Text and truth are not numbers, and limits hold for all of them."""
    with pytest.raises(ResponseValidationError):
        decode_json(wrong, Order, STRICT)


def test_a_model_is_built_once_however_many_refer_to_it() -> None:
    """Each that does takes over what was built before."""
    for number in range(12):
        model = create_model(f"Holder{number}", __base__=Model, order=(Order, ...))
        model.model_rebuild()

    assert len(str(Order.__pydantic_core_schema__)) < 20_000


def test_its_json_schema_is_that_of_a_number() -> None:
    """Programs hand it to others."""
    properties = TypeAdapter(Order).json_schema()["properties"]

    assert {"title": "Id", "type": "number"} == properties["id"]


WRONG: list[tuple[dict[str, Any], tuple[str | int, ...]]] = [
    ({"id": "x"}, ("id",)),
    ({"id": 1, "paid": True}, ("paid",)),
    ({"id": 1, "prices": [1, []]}, ("prices", 1)),
    ({"id": 1, "by_day": {"monday": {}}}, ("by_day", "monday", "float")),
]


@pytest.mark.parametrize(("values", "place"), WRONG)
@pytest.mark.parametrize("strict", [False, True])
def test_what_is_wrong_with_a_number_is_said_once_as_the_library_says_it(
    values: dict[str, Any], place: tuple[str | int, ...], *, strict: bool
) -> None:
    """Also what a program gives, and beside other types."""

    class Plain(BaseModel):
        id: float
        paid: float | None = None
        prices: list[float] | None = None
        by_day: dict[str, float | str] | None = None

    of_library, found = (_problems(each, values, strict) for each in (Plain, Order))

    assert of_library == found
    assert found == [] or place == found[0][1]


def _problems(model: type[BaseModel], values: Any, strict: bool) -> list[Any]:
    try:
        model.model_validate(values, strict=strict)
    except ValidationError as problems:
        return [(each["type"], each["loc"], each["msg"]) for each in problems.errors()]
    return []


@pytest.mark.parametrize("wrong", ['"x"', "true", "[1]"])
def test_strict_validation_counts_it_once(wrong: str) -> None:
    """It was said to be no integer, either."""
    with pytest.raises(ResponseValidationError) as caught:
        decode_json(f'{{"id": {wrong}}}', Order, STRICT)

    assert "orders.get: $.id: Input should be a valid number" == str(caught.value)


@pytest.mark.parametrize("text", ["1e400", "-1e400", "NaN"])
def test_what_no_float_holds_is_read_and_not_written(text: str) -> None:
    """JSON has no infinity, and another number is not what came."""
    order = decode_json(f'{{"id": {text}}}', Order, STRICT)

    assert not math.isfinite(order.id)
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(order)
