"""What events become whose names nobody has described."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from loopback import events, serve
from shop import Part, Pet, PetsRequests, Text

from runtime.drift import DriftWarning
from runtime.errors import ResponseValidationError
from runtime.event_types import UnknownEvent
from runtime.integers import IntegerText
from runtime.models import Model, Unknown
from runtime.tags import Tag, by_tag

if TYPE_CHECKING:
    from ways import Way

PET = Pet(id=1, name="a")


class Optional(Model):
    """An object that requires nothing."""

    x: int | None = None


class Debug(Model):
    """A variant whose tag is not required."""

    type: str | None = None
    event_type: str


def send(data: str, name: str = "new") -> Any:
    """Write a stream of one event."""
    return events(f"event: {name}\ndata: {data}\n\n".encode())


@pytest.mark.parametrize("data", ['{"x": 1}', "[1]", "a", "7", "null", "{", ""])
def test_an_event_of_a_new_name_is_no_model_of_nothing(data: str, way: Way) -> None:
    """It arrives whole, and the stream goes on."""
    named = f"event: new\nid: 7\ndata: {data}\n\n".encode()
    pet = b'data: {"id": 1, "name": "a"}\n\n'
    with serve(events(pet, named, pet)) as server:
        found = way(server.address, PetsRequests.watch())

    assert [PET, UnknownEvent("new", data, "7"), PET] == found


def test_a_new_event_is_reported(way: Way, caplog: pytest.LogCaptureFixture) -> None:
    """As other drift is: logged once, warned of, or refused, and never in silence."""
    told = "is an event that is not described"
    with serve(send('{"x": 1}', name=f"new-{id(caplog)}")) as server:
        for _ in range(2):
            way(server.address, PetsRequests.watch())
        with pytest.warns(DriftWarning, match=told):
            way(server.address, PetsRequests.watch(), validation="warn")
        with pytest.raises(ResponseValidationError):
            way(server.address, PetsRequests.watch(), validation="strict")

    assert [told in each.message for each in caplog.records].count(True) == 1


@pytest.mark.parametrize(
    ("returns", "data", "expected"),
    [
        (Pet, '{"id": 1, "name": "a"}', PET),
        (Pet | None, "null", None),
        (Optional, "{}", Optional()),
        (Part, '{"type": "text", "text": "a"}', Text(text="a")),
        (Part, '{"type": "new"}', Unknown(type="new")),
        (Any, '{"x": 1}', {"x": 1}),
        (str, "hello", "hello"),
        (Annotated[IntegerText, ...], "42", 42),
        (list[Pet], '[{"id": 1, "name": "a"}]', [PET]),
    ],
)
def test_an_event_of_a_new_name_that_fits_is_what_is_described(
    returns: Any, data: str, expected: object, way: Way
) -> None:
    """Many servers name events that their descriptions do not."""
    request = replace(PetsRequests.watch(), returns=returns)
    with serve(send(data)) as server:
        assert [expected] == way(server.address, request, validation="strict")


@pytest.mark.parametrize(
    "data",
    ['{"id": "one"}', '{"name": 5, "x": 1}', '{"id": 1, "name": "\\ud800", "kind": 4}'],
)
def test_an_object_with_something_required_is_read_leniently(
    data: str, way: Way
) -> None:
    """It has drifted; strict validation refuses it as it does without a name."""
    with serve(send(data)) as server:
        (pet,) = way(server.address, PetsRequests.watch())
        with pytest.raises(ResponseValidationError):
            way(server.address, PetsRequests.watch(), validation="strict")

    assert Pet is type(pet)


@pytest.mark.parametrize(
    ("returns", "data"),
    [
        (Text, '{"x": 1}'),
        (Any, "hello"),
        (Annotated[IntegerText, ...], "hello"),
        (dict[str, int], "[1]"),
        (list[Pet], "{}"),
        (Part, "[]"),
        (Pet | Text, '{"x": 1}'),
    ],
)
def test_data_of_another_kind_is_not_what_is_described(
    returns: Any, data: str, way: Way
) -> None:
    """No JSON, JSON of another type, an object without anything required."""
    request = replace(PetsRequests.watch(), returns=returns)
    with serve(send(data)) as server:
        assert [UnknownEvent("new", data)] == way(server.address, request)


def test_a_tag_says_what_an_event_is_meant_as(way: Way) -> None:
    """Whatever else is missing of it, and however the event is called."""
    debug, unknown = Annotated[Debug, Tag("debug")], Annotated[Unknown, Tag("")]
    union: Any = Annotated[debug | unknown, by_tag("type")]
    request = replace(PetsRequests.watch(), returns=union)
    with serve(send('{"type": "debug", "prompt": "x"}', "debug")) as server:
        (event,) = way(server.address, request)

    assert type(event) is Debug


@pytest.mark.parametrize("data", ['{"x": 1}', "[1]"])
def test_an_event_without_a_name_is_what_is_described(data: str, way: Way) -> None:
    """As far as it goes: what does not fit is kept as it came."""
    with serve(send(data, "message")) as server:
        (found,) = way(server.address, PetsRequests.watch())

    assert not isinstance(found, UnknownEvent)
