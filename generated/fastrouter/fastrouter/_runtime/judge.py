"""Judges a JSON value by a schema: keywords that hold schemas, and all others.

What a schema says of members of an object and items of an array is remembered, since
`unevaluatedProperties` and `unevaluatedItems` are about the others.
https://json-schema.org/draft/2020-12/json-schema-core#section-10
https://json-schema.org/draft/2020-12/json-schema-core#section-11
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from .assertions import ASSERTIONS, Unfit, shown
from .json_values import json_form
from .kinds import is_array, is_object
from .patterns import matches

Schema: TypeAlias = Mapping[str, Any] | bool
Seen: TypeAlias = set[str | int]
"""The members or items that a schema says something of, by name or position."""
_Judge: TypeAlias = Callable[[Mapping[str, Any], Any, Seen], Iterable[str | int]]


def judge(schema: Schema, value: Any) -> Seen:
    """Return what a schema says something of in a value that fits.

    Raises:
        Unfit: The value does not fit.
    """
    if isinstance(schema, bool):
        if not schema:
            raise Unfit("No value is allowed here")
        return set()
    value = json_form(value)
    seen: Seen = set()
    for keyword in sorted(schema, key=_comes_last):
        check = ASSERTIONS.get(keyword)
        if check:
            check(schema[keyword], value)
        elif keyword in _APPLICATORS:
            seen.update(_APPLICATORS[keyword](schema, value, seen))
    return seen


def _comes_last(keyword: str) -> bool:
    return keyword.startswith("unevaluated")


def _fits(schema: Schema, value: Any) -> Seen | None:
    """Return what a schema says something of, or None where a value does not fit."""
    try:
        return judge(schema, value)
    except Unfit:
        return None


def _inside(value: Any, schemas: Iterable[tuple[Any, Schema]]) -> Iterable[Any]:
    """Judge parts of a value, and say in which of them a problem is."""
    judged: list[Any] = []
    for place, schema in schemas:
        try:
            judge(schema, value[place])
        except Unfit as problem:
            raise Unfit(f"{shown(place)}: {problem}") from None
        judged.append(place)
    return judged


def _all_of(schema: Mapping[str, Any], value: Any, _: Seen) -> Seen:
    return set[str | int]().union(*(judge(each, value) for each in schema["allOf"]))


def _any_of(schema: Mapping[str, Any], value: Any, _: Seen) -> Seen:
    fitting = _fitting(schema["anyOf"], value)
    if not fitting:
        raise Unfit(f"Input should fit one of {shown(schema['anyOf'])}")
    return set[str | int]().union(*fitting)


def _one_of(schema: Mapping[str, Any], value: Any, _: Seen) -> Seen:
    fitting = _fitting(schema["oneOf"], value)
    if len(fitting) != 1:
        listed = shown(schema["oneOf"])
        raise Unfit(f"Input should fit one of {listed}, not {len(fitting)} of them")
    return fitting[0]


def _fitting(schemas: Iterable[Schema], value: Any) -> list[Seen]:
    found = (_fits(each, value) for each in schemas)
    return [seen for seen in found if seen is not None]


def _not(schema: Mapping[str, Any], value: Any, _: Seen) -> Seen:
    if _fits(schema["not"], value) is not None:
        raise Unfit(f"Input should not fit {shown(schema['not'])}")
    return set()


def _if(schema: Mapping[str, Any], value: Any, _: Seen) -> Seen:
    condition = _fits(schema["if"], value)
    if condition is None:
        return judge(schema.get("else", True), value)
    return condition | judge(schema.get("then", True), value)


def _dependent_schemas(schema: Mapping[str, Any], value: Any, _: Seen) -> Seen:
    depending = schema["dependentSchemas"].items() if is_object(value) else ()
    return set[str | int]().union(
        *(judge(each, value) for name, each in depending if name in value)
    )


def _properties(schema: Mapping[str, Any], value: Any, _: Seen) -> Iterable[str | int]:
    if not is_object(value):
        return ()
    declared = schema["properties"].items()
    return _inside(value, ((name, each) for name, each in declared if name in value))


def _pattern_properties(
    schema: Mapping[str, Any], value: Any, _: Seen
) -> Iterable[str | int]:
    if not is_object(value):
        return ()
    patterns = schema["patternProperties"].items()
    return _inside(
        value,
        (
            (name, each)
            for pattern, each in patterns
            for name in value
            if matches(pattern, name)
        ),
    )


def _additional_properties(
    schema: Mapping[str, Any], value: Any, _: Seen
) -> Iterable[str | int]:
    if not is_object(value):
        return ()
    declared, patterns = (
        schema.get("properties", ()),
        schema.get("patternProperties", ()),
    )
    others = (
        name
        for name in value
        if name not in declared and not any(matches(each, name) for each in patterns)
    )
    rest = schema["additionalProperties"]
    return _inside(value, ((name, rest) for name in others))


def _property_names(schema: Mapping[str, Any], value: Any, _: Seen) -> Seen:
    for name in value if is_object(value) else ():
        try:
            judge(schema["propertyNames"], name)
        except Unfit as problem:
            raise Unfit(f"name {shown(name)}: {problem}") from None
    return set()


def _prefix_items(
    schema: Mapping[str, Any], value: Any, _: Seen
) -> Iterable[str | int]:
    if not is_array(value):
        return ()
    return _inside(value, zip(range(len(value)), schema["prefixItems"], strict=False))


def _items(schema: Mapping[str, Any], value: Any, _: Seen) -> Iterable[str | int]:
    if not is_array(value):
        return ()
    rest = range(len(schema.get("prefixItems", ())), len(value))
    return _inside(value, ((index, schema["items"]) for index in rest))


def _contains(schema: Mapping[str, Any], value: Any, _: Seen) -> Seen:
    if not is_array(value):
        return set()
    wanted = schema["contains"]
    found: Seen = {i for i, each in enumerate(value) if _fits(wanted, each) is not None}
    low, high = schema.get("minContains", 1), schema.get("maxContains", len(value))
    if not low <= len(found) <= high:
        limits = f"at least {low}" if len(found) < low else f"at most {high}"
        raise Unfit(f"Input should have {limits} items that fit {shown(wanted)}")
    return found


def _unevaluated_properties(
    schema: Mapping[str, Any], value: Any, seen: Seen
) -> Iterable[str | int]:
    names = [name for name in value if name not in seen] if is_object(value) else []
    return _inside(value, ((name, schema["unevaluatedProperties"]) for name in names))


def _unevaluated_items(
    schema: Mapping[str, Any], value: Any, seen: Seen
) -> Iterable[str | int]:
    places = range(len(value)) if is_array(value) else ()
    rest = (index for index in places if index not in seen)
    return _inside(value, ((index, schema["unevaluatedItems"]) for index in rest))


_APPLICATORS: dict[str, _Judge] = {
    "additionalProperties": _additional_properties,
    "allOf": _all_of,
    "anyOf": _any_of,
    "contains": _contains,
    "dependentSchemas": _dependent_schemas,
    "if": _if,
    "items": _items,
    "not": _not,
    "oneOf": _one_of,
    "patternProperties": _pattern_properties,
    "prefixItems": _prefix_items,
    "properties": _properties,
    "propertyNames": _property_names,
    "unevaluatedItems": _unevaluated_items,
    "unevaluatedProperties": _unevaluated_properties,
}
