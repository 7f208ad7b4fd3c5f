"""Strategies of the values that a schema allows, mostly.

`hypothesis-jsonschema` does this, and uses parts of Hypothesis that are gone. What
is made here is only likely to be valid: whoever uses it asks a validator.
https://hypothesis.readthedocs.io/en/latest/reference/strategies.html
"""

from __future__ import annotations

import datetime as dt
import re
from base64 import b64encode
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from clientsmith.pointer import parse_reference

from .files import Files, value_at
from .patterns import compiled

Values = SearchStrategy[Any]

_DEEPEST = 5
_LONGEST = 3
_MOST = 2**70
_ANYTHING: Values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-_MOST, _MOST),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.lists(st.none() | st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(0, 9), max_size=2),
)
_INTEGERS = ("int32", "int64", "uint32", "uint64")
_FORMATS: dict[str, Values] = {
    "byte": st.binary(max_size=9).map(lambda raw: b64encode(raw).decode()),
    "date": st.dates().map(str),
    "date-time": st.datetimes(timezones=st.just(dt.UTC)).map(
        lambda moment: moment.isoformat().replace("+00:00", "Z")
    ),
    "decimal": st.decimals(0, _MOST, places=2).map(str),
    "duration": st.integers(0, 99).map(lambda days: f"P{days}DT1H"),
    "email": st.just("somebody@example.com"),
    "time": st.times().map(lambda clock: f"{clock.isoformat()}Z"),
    "uri": st.just("https://example.com/a?b=c#d"),
    "uuid": st.uuids().map(str),
    **dict.fromkeys(_INTEGERS, st.integers(0, _MOST).map(str)),
}


def values_of(files: Files, schema: Any, depth: int = 0) -> Values:
    """Return what a schema of a description allows; the deeper, the less."""
    if isinstance(schema, bool):
        return _ANYTHING if schema else st.nothing()
    whole = merged(files, schema)
    if "const" in whole:
        return st.just(whole["const"])
    if "enum" in whole:
        return st.sampled_from(whole["enum"])
    for key in ("oneOf", "anyOf"):
        if key in whole:
            rest = {name: part for name, part in whole.items() if name != key}
            variants = [{"allOf": [rest, variant]} for variant in whole[key]]
            return st.one_of(
                *(st.deferred(_later(files, each, depth)) for each in variants)
            )
    kinds = whole.get("type", guessed(whole))
    listed = kinds if isinstance(kinds, list) else [kinds]
    return st.one_of(*(_of_kind(files, whole, kind, depth) for kind in listed))


def _later(files: Files, schema: Any, depth: int) -> Any:
    return lambda: values_of(files, schema, depth)


def guessed(schema: dict[str, Any]) -> str:
    """Return the JSON type that a schema means without saying it, if it does."""
    if "properties" in schema or "additionalProperties" in schema:
        return "object"
    return "array" if "items" in schema else ""


def merged(files: Files, schema: Any) -> dict[str, Any]:
    """Put what a schema refers to and what it combines into one, roughly."""
    made: dict[str, Any] = {}
    if not isinstance(schema, dict):
        return {"enum": []} if schema is False else made
    reference = schema.get("$ref")
    parts = [*schema.get("allOf", ())]
    if isinstance(reference, str):
        parts.append(value_at(files, parse_reference(reference)))
    own = {key: part for key, part in schema.items() if key not in {"$ref", "allOf"}}
    for part in (*(merged(files, each) for each in parts), own):
        for key, value in part.items():
            if key == "properties":
                made[key] = _together(made.get(key, {}), value)
            elif key == "required":
                made[key] = [*made.get(key, ()), *value]
            else:
                made[key] = value
    return made


def _together(some: dict[str, Any], others: dict[str, Any]) -> dict[str, Any]:
    """Put properties together; what several parts say of one holds at once."""
    return some | {
        key: {"allOf": [some[key], schema]} if key in some else schema
        for key, schema in others.items()
    }


def _of_kind(files: Files, schema: dict[str, Any], kind: str, depth: int) -> Values:
    match kind:
        case "null":
            return st.none()
        case "boolean":
            return st.booleans()
        case "integer" | "number":
            return _number(schema, kind)
        case "string":
            return _text(schema)
        case "array":
            return _array(files, schema, depth)
        case "object":
            return _object(files, schema, depth)
        case _:
            return _ANYTHING


def _number(schema: dict[str, Any], kind: str) -> Values:
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    least = int(low) + 1 if low is not None else -_MOST
    most = int(high) - 1 if high is not None else _MOST
    bounds = [each for each in (low, high) if each is not None]
    edges = st.sampled_from([*bounds, 0, 1])
    whole = st.integers(min(least, most), max(least, most))
    if kind == "integer":
        return whole | edges.map(int)
    inside = st.floats(low, high, allow_nan=False, allow_infinity=False)
    return whole | edges | inside


def _text(schema: dict[str, Any]) -> Values:
    is_base64 = schema.get("contentEncoding") == "base64"
    format_ = schema.get("format", "byte" if is_base64 else "")
    if format_ in _FORMATS:
        return _FORMATS[format_]
    if "pattern" in schema:
        try:
            return st.from_regex(compiled(schema["pattern"]))
        except re.error:
            return st.nothing()
    shortest = schema.get("minLength", 0)
    longest = min(schema.get("maxLength", shortest + 12), shortest + 12)
    return st.text(min_size=shortest, max_size=max(longest, shortest))


def _array(files: Files, schema: dict[str, Any], depth: int) -> Values:
    fewest = schema.get("minItems", 0)
    most = max(fewest, min(schema.get("maxItems", _LONGEST), fewest + _LONGEST))
    if depth > _DEEPEST:
        most = fewest
    first = [
        values_of(files, each, depth + 1) for each in schema.get("prefixItems", ())
    ]
    items = (
        values_of(files, schema.get("items", True), depth + 1) if most else _ANYTHING
    )
    rest = st.lists(items, min_size=fewest, max_size=most)
    return st.tuples(*first).map(list) if first else rest


def _object(files: Files, schema: dict[str, Any], depth: int) -> Values:
    properties: dict[str, Any] = schema.get("properties", {})
    required = dict.fromkeys(schema.get("required", ()))
    wanted = {
        key: st.deferred(_later(files, properties.get(key, True), depth + 1))
        for key in required
    }
    optional = {
        key: st.deferred(_later(files, each, depth + 1))
        for key, each in properties.items()
        if key not in required and depth <= _DEEPEST
    }
    declared = st.fixed_dictionaries(wanted, optional=optional)
    others = schema.get("additionalProperties", True)
    if others is False or depth > _DEEPEST:
        return declared
    keys = st.text("abcdef_", min_size=1, max_size=4).filter(
        lambda key: key not in properties
    )
    extra = st.dictionaries(
        keys, values_of(files, others, depth + 1), max_size=_LONGEST - 1
    )
    return st.tuples(extra, declared).map(lambda both: {**both[0], **both[1]})
