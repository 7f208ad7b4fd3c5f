"""An integer that was text in JSON is text again, wherever it was."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Annotated, Any

import pytest
from pydantic import Field
from typing_extensions import TypeAliasType

from runtime.assumed import Assumed
from runtime.body import json_body, json_value
from runtime.decode import Context, decode_json
from runtime.integers import IntegerText
from runtime.models import Model
from runtime.other_json import OrOtherJson
from runtime.to_json import to_json

STRICT = Context("things.get", "strict", 200)
LENIENT = Context("things.get", "lenient", 200)

Nested = TypeAliasType("Nested", "IntegerText | list[Nested]")


class Thing(Model):
    """Integers that are text, in every place there is."""

    one: IntegerText | None = None
    many: list[IntegerText] | None = None
    named: dict[str, IntegerText] | None = None
    either: int | IntegerText | None = None
    nested: Nested | None = None
    things: list[Thing | IntegerText] | None = None
    parts: Annotated[list[IntegerText], OrOtherJson] | None = None
    count: int | None = None


class Counts(Model):
    """Undeclared properties are integers that are text."""

    name: int | None = None
    __pydantic_extra__: dict[str, IntegerText] = Field(init=False)


class Loose(Assumed):
    """An object by its properties alone."""

    one: IntegerText | None = None
    __pydantic_extra__: dict[str, list[IntegerText] | None] = Field(init=False)


@pytest.mark.parametrize("context", [STRICT, LENIENT])
@pytest.mark.parametrize(
    ("returns", "content"),
    [
        (IntegerText, '"1"'),
        (IntegerText, '"007"'),
        (IntegerText | int, '"1"'),
        (int | IntegerText, '"1"'),
        (int | IntegerText, "1"),
        (list[IntegerText], '["1","+2"]'),
        (list[int | IntegerText], '[1,"1"]'),
        (dict[str, list[IntegerText]], '{"a":["1"]}'),
        (tuple[IntegerText, int], '["1",1]'),
        (list[Thing | IntegerText], '["1",{"one":"1"}]'),
        (Thing, '{"one":"1","many":["1"],"named":{"a":"1"},"count":1}'),
        (Thing, '{"either":"1","nested":["1",["2"]],"things":[{"one":"1"},"2"]}'),
        (Thing, '{"either":1,"parts":["1"]}'),
        (Thing, '{"parts":{"a":1}}'),
        (Counts, '{"name":1,"b":"5"}'),
        (Loose, '{"one":"1","b":["5"],"c":null}'),
        (list[Counts], '[{"b":"5"}]'),
    ],
)
def test_a_text_is_read_as_an_integer_and_written_as_text(
    returns: Any, content: str, context: Context
) -> None:
    """At the top, in collections, unions and undeclared properties."""
    value = decode_json(content, returns, context)

    assert content == to_json(value).decode()
    assert content == json_value(value).encode().decode()
    assert content == to_json(copy.deepcopy(value)).decode()


@pytest.mark.parametrize(
    ("returns", "content"),
    [
        (IntegerText, "1"),
        (list[IntegerText], '[1,"2"]'),
        (Thing, '{"one":1}'),
        (Thing, '{"many":[1,"2"]}'),
        (Thing, '{"many":1}'),
        (Thing, '{"many":{"a":[1]}}'),
        (Thing, '{"named":{"a":1,"b":"2","c":true}}'),
        (Thing, '{"things":[1,"2",{"one":3}]}'),
        (Thing, '{"nested":["1",["2"]],"count":"1"}'),
        (Counts, '{"name":1,"b":5,"c":"5"}'),
        (Loose, '{"b":[5,"6"]}'),
    ],
)
def test_a_number_that_should_be_text_stays_one(returns: Any, content: str) -> None:
    """What does not fit is kept as it came."""
    assert content == to_json(decode_json(content, returns, LENIENT)).decode()


def test_what_a_program_puts_into_a_model_is_text() -> None:
    """Declared or not, given or set; what is computed forgets its text."""
    counts = Counts.model_validate({"b": 5})
    counts.c = 6
    thing = decode_json('{"one":"007"}', Thing, STRICT)
    thing.one += 1
    thing.many = [1]

    assert b'{"b":"5","c":"6"}' == to_json(counts)
    assert b'{"one":"8","many":["1"]}' == to_json(thing)


def test_a_class_that_was_never_built_writes_text() -> None:
    """`model_construct` does not build it."""

    class Fresh(Model):
        one: IntegerText

    assert b'{"one":"5"}' == to_json(Fresh.model_construct(one=5))


def test_the_library_dumps_it_as_text_too() -> None:
    """As JSON; as Python it is an integer."""
    content = '{"one":"1","either":"2","many":["1"],"things":[{"one":"1"},"2"]}'
    thing = decode_json(content, Thing, STRICT)
    counts = decode_json('{"b":"5"}', Counts, STRICT)

    assert json.loads(content) == thing.model_dump(mode="json", exclude_unset=True)
    assert json.loads(content) == json.loads(thing.model_dump_json(exclude_unset=True))
    assert {"b": "5"} == counts.model_dump(mode="json", exclude_unset=True)
    assert 1 == thing.model_dump()["one"]


def _pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - just dumped


@pytest.mark.parametrize("change", [copy.copy, copy.deepcopy, _pickled])
@pytest.mark.parametrize("context", [STRICT, LENIENT])
def test_it_behaves_as_an_integer(change: Any, context: Context) -> None:
    """Equal, hashed, shown, copied, pickled and calculated with."""
    content = '["5"]' if context is STRICT else "[5]"
    value = change(decode_json(content, list[IntegerText], context)[0])

    assert isinstance(value, int)
    assert 5 == value
    assert {5: "a"}[value] == "a"
    assert "5" == str(value) == repr(value)
    assert "5" == json.dumps(value)
    assert type(value + 0) is int
    assert content == to_json([value]).decode()


def test_an_argument_that_is_an_integer_is_a_number() -> None:
    """Though it was text where it came from: only its place says what it is."""
    size = decode_json('"5"', IntegerText, STRICT)

    assert (
        b'{"size":5,"sizes":[5]}' == json_body({"size": size, "sizes": [size]}).encode()
    )
    assert b'{"count":5}' == to_json(Thing(count=size))
