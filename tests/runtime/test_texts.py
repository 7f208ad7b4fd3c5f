"""What is text in JSON is read as what it means, and written back as it came."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import Field

from runtime.assertions import Unfit
from runtime.assumed import Assumed
from runtime.decode import Context, decode_json
from runtime.errors import ResponseValidationError
from runtime.judge import judge
from runtime.models import Model
from runtime.nothing import Nothing
from runtime.text_types import UUID, Decimal
from runtime.text_types import datetime as dt
from runtime.to_json import to_json

STRICT = Context("things.get", "strict", 200)
LENIENT = Context("things.get", "lenient", 200)


NOON = dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)


class Thing(Model):
    """One attribute for each format."""

    at: dt.datetime | None = None
    day: dt.date | None = None
    clock: dt.time | None = None
    span: dt.timedelta | None = None
    id: UUID | None = None
    amount: Decimal | None = None
    blob: bytes | None = None
    days: list[dt.date] | None = None
    spans: list[dt.timedelta] | None = None
    by_name: dict[str, dt.time | int] | None = None
    count: int | None = None


class Priced(Model):
    """Undeclared properties have a type."""

    name: str
    __pydantic_extra__: dict[str, Decimal] = Field(init=False)


class Shop(Model):
    """Holds what is read by classes of their own."""

    name: str | None = None
    stays: Stays | None = None


class Stays(Model):
    """Undeclared properties are times."""

    __pydantic_extra__: dict[str, dt.datetime] = Field(init=False)


class Loose(Assumed):
    """Never called an object."""

    inner: Loose | None = None
    at: dt.datetime | None = None


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        (
            "at",
            "2026-01-31T12:00:00.000Z",
            NOON,
        ),
        (
            "at",
            "2026-01-31 12:00:00+00:00",
            NOON,
        ),
        ("at", "2026-01-31t12:00:00.123456789z", NOON.replace(microsecond=123456)),
        ("at", "2026-01-31 12:00+0000", NOON),
        ("at", "2026-01-31T12:00:00", NOON.replace(tzinfo=None)),
        ("day", "2026-01-31", dt.date(2026, 1, 31)),
        ("clock", "12:00:00.000Z", dt.time(12, tzinfo=dt.UTC)),
        ("span", "P1DT0S", dt.timedelta(days=1)),
        ("id", "00000000-0000-0000-0000-00000000000A", UUID(int=10)),
        ("amount", "+1.10", Decimal("1.10")),
        ("blob", "aGVsbG8", b"hello"),
        ("blob", "_-8=", b"\xff\xef"),
    ],
)
def test_a_text_is_read_and_written_back_to_the_letter(
    key: str,
    text: str,
    expected: object,
) -> None:
    """Whatever the spelling."""
    content = json.dumps({key: text})
    thing = decode_json(content, Thing, STRICT)

    assert expected == getattr(thing, key)
    assert json.loads(content) == json.loads(to_json(thing))
    assert repr(expected) == repr(getattr(thing, key)).replace(
        "TzInfo(0)", "datetime.timezone.utc"
    )


def test_texts_are_remembered_inside_of_containers() -> None:
    """And in values that are no models."""
    content = '{"spans":["P7D"],"by_name":{"a":"12:00:00.0","b":1}}'
    thing = decode_json(content, Thing, STRICT)
    spans = decode_json('["P7D"]', list[dt.timedelta], STRICT)

    assert content.encode() == to_json(thing)
    assert [dt.timedelta(days=7)] == spans == thing.spans
    assert b'["P7D"]' == to_json(spans)


def test_what_is_computed_forgets() -> None:
    """A new value has no old text."""
    thing = decode_json('{"at": "2026-01-31 12:00:00Z"}', Thing, STRICT)
    later = thing.at + dt.timedelta(days=1)

    assert {"at": "2026-02-01T12:00:00Z"} == json.loads(to_json({"at": later}))


SPELLED = {
    "at": "2026-01-31 12:00:00.500z",
    "day": "0000-02-29",
    "clock": "12:00:00.0+0100",
    "span": "P1W",
    "id": "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
    "amount": "1.10E+3",
    "blob": "aG k",
    "days": ["2026-01-31"],
    "spans": ["P7D", "PT60M"],
    "by_name": {"a": "12:00:00.0", "b": 1},
}
COPIES: dict[str, Callable[[Any], Any]] = {
    "copied": copy.copy,
    "deep-copied": copy.deepcopy,
    "copied as a model": lambda thing: thing.model_copy(deep=True),
    **{
        f"pickled by protocol {number}": lambda thing, number=number: pickle.loads(  # noqa: S301 - just dumped
            pickle.dumps(thing, number)
        )
        for number in range(pickle.HIGHEST_PROTOCOL + 1)
    },
}


@pytest.mark.parametrize("way", COPIES.values(), ids=COPIES)
def test_copies_are_written_as_they_were_read(way: Callable[[Any], Any]) -> None:
    """However they were made, and copies of copies as well."""
    thing = decode_json(json.dumps(SPELLED), Thing, STRICT)
    copied = way(way(thing))

    assert thing == copied
    assert repr(thing) == repr(copied)
    assert SPELLED == json.loads(to_json(copied))


@pytest.mark.parametrize("way", COPIES.values(), ids=COPIES)
def test_copies_of_what_was_computed_have_no_text(way: Callable[[Any], Any]) -> None:
    """The text of what it was computed from would be wrong."""
    thing = decode_json(json.dumps(SPELLED), Thing, STRICT)
    computed = Thing(at=thing.at + thing.span, span=thing.span * 2)

    assert to_json(computed) == to_json(way(computed))
    assert b'{"at":"2026-02-07T12:00:00.500000Z","span":"PT1209600S"}' == to_json(
        computed
    )


@pytest.mark.parametrize("key", ["at", "day", "clock", "span", "id"])
@pytest.mark.parametrize("value", [1, 1.5, True, ["x"], "no such thing!", "1700000000"])
def test_what_is_not_such_a_text_is_refused(key: str, value: object) -> None:
    """A number is no time, although there are clocks that count."""
    with pytest.raises(ResponseValidationError, match=key):
        decode_json(json.dumps({key: value}), Thing, STRICT)


WRONG = {
    dt.datetime: [
        "2026-01-31",
        "12:00:00Z",
        "2026-01-31T12",
        "2026-02-30T12:00:00Z",
        "2026-01-31T23:60:60Z",
        "2026-01-31_12:00:00Z",
    ],
    dt.date: [
        "2026-01-31T00:00:00Z",
        "2026-01-31 00:00",
        "2026-02-30",
        "0000-13-01",
        "20260131",
    ],
    dt.time: ["2026-01-31T12:00:00Z", "25:00:00Z", "12", "12:61:60Z"],
    dt.timedelta: ["3 days", "12:00:00", "P", "P1DT", "P1D2Y", "PT1", "P1S"],
}


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in WRONG.items() for text in texts]
)
def test_a_text_of_another_shape_is_no_such_value(kind: Any, text: str) -> None:
    """The library would take a date for a time, and words for a duration."""
    content = json.dumps(text)

    assert text == decode_json(content, kind, LENIENT)
    with pytest.raises(ResponseValidationError):
        decode_json(content, kind, STRICT)
    assert _refuses(kind, text)


FORMATS = {
    dt.date: "date",
    dt.datetime: "date-time",
    dt.time: "time",
    dt.timedelta: "duration",
}


def _refuses(kind: Any, text: str) -> bool:
    """Tell whether the format is refused that is asserted where no type says it."""
    try:
        judge({"format": FORMATS[kind]}, text)
    except Unfit:
        return True
    return False


@pytest.mark.parametrize("context", [STRICT, LENIENT])
@pytest.mark.parametrize("returns", [dt.date | dt.datetime, dt.datetime | dt.date])
@pytest.mark.parametrize(
    ("text", "kind"),
    [("2020-01-01T00:00:00Z", dt.datetime), ("2020-01-01", dt.date)],
)
def test_of_dates_and_times_the_one_is_taken_that_it_is(
    returns: Any, text: str, kind: type, context: Context
) -> None:
    """In both orders."""
    value = decode_json(json.dumps(text), returns, context)

    assert type(value) is kind


@pytest.mark.parametrize("context", [STRICT, LENIENT])
@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (dt.datetime, "2016-12-31T23:59:60Z"),
        (dt.datetime, "1990-12-31t15:59:60.5-08:00"),
        (dt.datetime, "0000-02-29T00:00:00Z"),
        (dt.date, "0000-01-01"),
        (dt.time, "23:59:60Z"),
        (dt.timedelta, "P99999999999Y"),
        (dt.timedelta, "PT99999999999999999999S"),
    ],
)
def test_what_is_valid_and_no_value_of_python_is_kept(
    kind: Any, text: str, context: Context
) -> None:
    """As text, whatever is validated, inside of a model, too."""
    content = json.dumps([text])

    assert [text] == decode_json(content, list[kind], context)
    assert content.encode() == to_json(decode_json(content, list[kind], context))
    assert not _refuses(kind, text)


def test_leniency_keeps_what_fits_as_it_should_be() -> None:
    """One misfit does not turn the times beside it into texts."""
    content = '{"count": "many", "at": "2026-01-31T12:00:00Z", "days": ["2026-01-31"]}'
    thing = decode_json(content, Thing, LENIENT)

    assert "many" == thing.count
    assert NOON == thing.at
    assert [dt.date(2026, 1, 31)] == thing.days


def test_a_number_without_a_fraction_is_an_integer() -> None:
    """JSON Schema says so: `1.0` is an integer."""
    thing = decode_json('{"count": 3.0}', Thing, STRICT)

    assert isinstance(thing.count, int)
    with pytest.raises(ResponseValidationError, match="count"):
        decode_json('{"count": 3.5}', Thing, STRICT)


@pytest.mark.parametrize("value", [1, "a", None, [1], True])
def test_what_is_only_assumed_to_be_an_object_may_be_other_json(value: Any) -> None:
    """At the top and below it."""
    assert value == decode_json(json.dumps(value), Loose, STRICT)
    nested = decode_json(json.dumps({"inner": {"inner": value}}), Loose, STRICT)
    assert value == nested.inner.inner


def test_nothing_accepts_nothing() -> None:
    """`items: false` leaves empty lists."""
    assert [] == decode_json("[]", list[Nothing], STRICT)
    with pytest.raises(ResponseValidationError, match="No value"):
        decode_json("[1]", list[Nothing], STRICT)


@pytest.mark.parametrize("context", [STRICT, LENIENT])
def test_undeclared_properties_may_have_a_type(context: Context) -> None:
    """They are read as it, written back, and copied with the object."""
    content = '{"name":"x","a":"1.50"}'
    priced = decode_json(content, Priced, context)

    assert {"a": Decimal("1.5")} == priced.__pydantic_extra__
    assert content.encode() == to_json(copy.deepcopy(priced))
    assert {"a": "1.50"} == decode_json(
        '{"name":1,"a":"1.50"}', Priced, LENIENT
    ).model_dump(mode="json", exclude={"name"})


def test_an_undeclared_property_of_another_type_does_not_fit() -> None:
    """Strictly; else it is kept as it comes."""
    content = '{"name":"x","a":["no price"]}'

    with pytest.raises(ResponseValidationError, match="a"):
        decode_json(content, Priced, STRICT)
    assert content.encode() == to_json(decode_json(content, Priced, LENIENT))


@pytest.mark.parametrize("context", [STRICT, LENIENT])
@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (Loose, '{"at":"2026-01-31T12:00:00.000Z"}'),
        (Loose, '{"inner":{"at":"2026-01-31T12:00:00.000Z"}}'),
        (Shop, '{"stays":{"a":"2026-01-31T12:00:00.000Z"}}'),
    ],
)
def test_times_are_read_whatever_is_around_them(
    kind: Any,
    content: str,
    context: Context,
) -> None:
    """A validator of the class, another class, or no declaration."""
    value = decode_json(content, kind, context)

    assert content.encode() == to_json(value)
    assert "datetime.datetime(2026, 1, 31, 12, 0" in repr(value)


def test_a_time_stays_one_beside_a_misfit_in_another_class() -> None:
    """Undeclared as it is."""
    content = '{"name":1,"stays":{"a":"2026-01-31T12:00:00.000Z"}}'
    shop = decode_json(content, Shop, LENIENT)

    assert NOON == shop.stays.__pydantic_extra__["a"]
    assert content.encode() == to_json(shop)


def test_a_moment_needs_a_time_zone() -> None:
    """RFC 3339 has no moments without, and a guess may be hours away.

    One that was read without goes back as it came; a time of the day needs none.
    """
    naive = NOON.replace(tzinfo=None)
    read = decode_json('"2026-01-31T12:00:00"', dt.datetime, STRICT)

    with pytest.raises(ValueError, match=r"needs a time zone, .* `\.astimezone\(\)`"):
        to_json({"at": naive})
    assert naive == read
    assert b'"2026-01-31T12:00:00"' == to_json(read)
    assert b'"12:00:00"' == to_json(dt.time(12))
