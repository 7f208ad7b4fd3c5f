"""How answers that do not fit are told of: how often, where, and how fast."""

from __future__ import annotations

import json
import logging
import time
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import asking
import pytest
from loopback import reply, serve
from shop import AT_ONCE, PetsRequests

from runtime import drift
from runtime.drift import DriftWarning
from runtime.models import Model

if TYPE_CHECKING:
    from ways import Way

    from runtime.request import Request

SECONDS = 5
"""Answers that took 12 are read in a fraction of one."""


class Readings(Model):
    """Numbers in a list and in a map, and more of the same inside."""

    name: str | None = None
    values: list[float] | None = None
    by_address: dict[str, float] | None = None
    inner: Readings | None = None


ONE: Request[Any] = replace(PetsRequests.get(1), returns=Readings)
OTHER: Request[Any] = replace(ONE, operation="pets.other")


@pytest.fixture(autouse=True)
def nothing_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget what other tests were told."""
    monkeypatch.setattr(drift, "_seen", {})


def ask(way: Way, value: Any, *requests: Request[Any], **options: Any) -> Any:
    """Have a server answer with a value."""
    with serve(reply(200, json.dumps(value).encode())) as server:
        return way(server.address, *(requests or [ONE]), retry=AT_ONCE, **options)


def test_many_wrong_items_cost_as_much_time_each_as_few(way: Way) -> None:
    """Nothing else in an event loop goes on meanwhile."""
    items = ["0.5"] * 40_000
    start = time.monotonic()
    readings = ask(way, {"values": items})

    assert items == readings.values
    assert time.monotonic() - start < SECONDS


def test_a_map_of_wrong_values_is_one_problem(
    way: Way, caplog: pytest.LogCaptureFixture
) -> None:
    """Its keys are in no log, and other operations are still told of."""
    wrong = {f"user{number}@example.com": "x" for number in range(6_000)}
    with caplog.at_level(logging.WARNING):
        ask(way, {"by_address": wrong}, ONE, ONE, OTHER)

    told = "$.by_address.*: Input should be a valid number"
    assert [f"pets.get: {told}", f"pets.other: {told}"] == caplog.messages


def test_places_are_told_apart_by_declared_names(
    way: Way, caplog: pytest.LogCaptureFixture
) -> None:
    """Also inside of maps and lists, whose own keys and places are not."""
    many: Request[Any] = replace(ONE, returns=dict[str, list[Readings]])
    with caplog.at_level(logging.WARNING):
        ask(way, {"a": [{"name": 1}, {"values": [1, "x"]}], "b": [{"name": 1}]}, many)

    assert [
        "pets.get: $.*[*].name: Input should be a valid string",
        "pets.get: $.*[*].values[*]: Input should be a valid number",
    ] == caplog.messages


def test_one_answer_cannot_fill_a_log(caplog: pytest.LogCaptureFixture) -> None:
    """Of many places the first are told of, and how many others there are."""
    value: Any = {"name": 0}
    for _ in range(119):
        value = {"name": 0, "inner": value}
    with caplog.at_level(logging.WARNING):
        ask(asking_once, value)

    assert 101 == len(caplog.messages)
    assert "pets.get: $: problems at 20 more places" == caplog.messages[-1]


def asking_once(address: str, *requests: Request[Any], **options: Any) -> Any:
    """Ask with the blocking client."""
    return asking.blocking(address, *requests, **options)


def test_an_operation_with_many_problems_leaves_others_their_lines(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is remembered of each is bounded."""
    monkeypatch.setattr(drift, "_MOST", 1)
    with caplog.at_level(logging.WARNING):
        ask(asking_once, {"name": 1, "values": 1}, ONE, OTHER)

    told = "$.name: Input should be a valid string"
    assert [f"pets.get: {told}", f"pets.other: {told}"] == caplog.messages


def test_a_warning_is_given_for_every_answer_where_the_caller_is(way: Way) -> None:
    """So that filters can tell by its module whose it is."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        ask(way, {"values": ["x", "y"]}, ONE, ONE, validation="warn")

    text = "pets.get: $.values[*]: Input should be a valid number"
    expected = (text, DriftWarning, asking.__file__)
    found = [(str(each.message), each.category, each.filename) for each in told]
    assert [expected, expected] == found


def test_so_it_is_for_the_events_of_a_stream(way: Way) -> None:
    """Which are read while the caller asks for the next one."""
    body = b'data: {"id": "x", "name": "a"}\n\ndata: [DONE]\n\n'
    with (
        serve(reply(200, body, "text/event-stream")) as server,
        warnings.catch_warnings(record=True) as told,
    ):
        warnings.simplefilter("always")
        way(server.address, PetsRequests.watch(), validation="warn")

    assert [asking.__file__] == [each.filename for each in told]


def test_by_default_python_shows_a_warning_once_for_each_line(way: Way) -> None:
    """`warnings.simplefilter("always", DriftWarning)` shows all of them."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("default")
        ask(way, {"name": 1}, ONE, ONE, validation="warn")

    assert 1 == len(told)


def test_a_filter_of_a_module_holds_for_its_calls(way: Way) -> None:
    """It is the module that calls."""
    with warnings.catch_warnings():
        warnings.filterwarnings("error", category=DriftWarning, module="asking")
        with pytest.raises(DriftWarning):
            ask(way, {"name": 1}, validation="warn")
