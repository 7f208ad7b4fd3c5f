"""An integer may be written with a point, and nothing else changes for that."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from loopback import reply, serve
from shop import AT_ONCE, PetsRequests

from runtime.asserts import Asserts
from runtime.decode import Context, decode_json
from runtime.errors import ResponseValidationError
from runtime.models import Model
from runtime.to_json import to_json

if TYPE_CHECKING:
    from ways import Way

    from runtime.request import Request

LENIENT = Context("things.get", "lenient", 200)
STRICT = Context("things.get", "strict", 200)


class Thing(Model):
    """Has an integer, a text, and what may be either."""

    count: int | None = None
    name: str | None = None
    counts: list[int] | None = None
    size: int | float | None = None
    label: int | str | None = None
    stars: Annotated[int | None, Asserts(minimum=1, maximum=5)] = None


ONE: Request[Any] = replace(PetsRequests.get(1), returns=Thing)


@pytest.mark.parametrize("validation", ["lenient", "strict"])
def test_it_is_read_as_an_integer_and_all_else_as_it_came(
    way: Way, validation: str
) -> None:
    """What nobody has declared keeps its point."""
    content = b'{"count":2.0,"counts":[1,-3e2],"label":7.0,"size":5.0,"more":1.0}'
    with serve(reply(200, content)) as server:
        thing = way(server.address, ONE, retry=AT_ONCE, validation=validation)

    written = b'{"count":2,"counts":[1,-300],"size":5.0,"label":7,"more":1.0}'
    assert written == to_json(thing)
    assert (int, int, float) == (type(thing.count), type(thing.label), type(thing.size))


def test_a_number_is_no_text(way: Way) -> None:
    """It is kept as it came, with its point."""
    with serve(reply(200, b'{"name":5.0}')) as server:
        thing = way(server.address, ONE, retry=AT_ONCE)

    assert b'{"name":5.0}' == to_json(thing)


def test_the_content_of_an_error_is_what_came(way: Way) -> None:
    """To the letter."""
    content = b'{ "count": 2.0, "name": 5.0, "more": 9007199254740993.0 }'
    with (
        serve(reply(200, content)) as server,
        pytest.raises(ResponseValidationError, match=r"\$.name: [^(]*$") as caught,
    ):
        way(server.address, ONE, retry=AT_ONCE, validation="strict")

    assert content == caught.value.content


@pytest.mark.parametrize("text", ["2.5", "true", '"2"', "1e400", "[2.0]"])
def test_what_is_no_integer_is_said_to_be_none_once(text: str) -> None:
    """As if integers had one spelling."""
    with pytest.raises(ResponseValidationError) as caught:
        decode_json(f'{{"count":{text}}}', Thing, STRICT)

    assert "things.get: $.count: Input should be a valid integer" == str(caught.value)
    kept = decode_json(f'{{"count":{text}}}', Thing, LENIENT)
    assert json.loads(text) == kept.count


@pytest.mark.parametrize("text", ["5", "5.0"])
def test_limits_hold_for_either_spelling(text: str) -> None:
    """And are said as the library says them."""
    assert 5 == decode_json(f'{{"stars":{text}}}', Thing, STRICT).stars
    with pytest.raises(ResponseValidationError, match="less than or equal to 5"):
        decode_json(f'{{"stars":1{text}}}', Thing, STRICT)
