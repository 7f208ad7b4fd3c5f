"""What is asserted of values beyond their types: of a value, and of what it holds.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6
"""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

from clientsmith.ir import Assertion, Bounds
from clientsmith.ir.wording import in_words

from .annotations import alternatives_in, read_type
from .types import spelled

Limits: TypeAlias = tuple[tuple[str, str], ...]
"""Limits by their names, `max_length`; `items.max_length` is one of each item.

What only words can say is in `others`, as a list of sentences.
"""
Keywords: TypeAlias = Mapping[str, Any]
"""Keywords of JSON Schema, and what stands there."""

_UNBOUND: Final = Bounds()
_NO_LIMIT: Final = 2.0**63
"""What every integer of 64 bits is below."""
_NUMBERS: Final = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_items",
    "maxItems": "max_items",
    "minProperties": "min_properties",
    "maxProperties": "max_properties",
    "multipleOf": "multiple_of",
}
_WHOLE: Final = frozenset({"allOf", "anyOf", "const", "enum", "oneOf", "required"})
"""Keywords that are compared as they are written, where no words say them."""
_ORDER: Final = {name: at for at, name in enumerate(_UNBOUND.__struct_fields__)}
_SILENT: Final = frozenset(
    {
        "additionalProperties",
        "contains",
        "dependentRequired",
        "dependentSchemas",
        "else",
        "format",
        "if",
        "items",
        "maxContains",
        "minContains",
        "not",
        "pattern",
        "patternProperties",
        "prefixItems",
        "properties",
        "propertyNames",
        "then",
        "type",
        "unevaluatedItems",
        "unevaluatedProperties",
        "uniqueItems",
    }
)
"""Those that words say, or that say which properties and items there are."""
_KEYWORDS: Final = _SILENT | _WHOLE | _NUMBERS.keys()
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MARK: Final = "Asserts"
"""What stands beside a type that says more of its values."""
_LISTS: Final = frozenset({"Sequence", "list"})
_MAPPINGS: Final = frozenset({"Mapping", "dict"})


def limits_of(bounds: Bounds) -> Limits:
    """List what is asserted beyond a type, by its keyword."""
    if bounds == _UNBOUND:
        return ()
    given = {name: getattr(bounds, name) for name in _NUMBERS.values()}
    found = {name: _written(value) for name, value in given.items() if _is_limit(value)}
    return in_order(
        found
        | _listed("patterns", bounds.patterns)
        | ({"unique_items": "True"} if bounds.unique_items else {})
        | _listed("others", in_words(bounds.others))
    )


def asserted(checks: Iterable[Assertion]) -> dict[str, str]:
    """Name what strict validation checks."""
    asked = {each.keyword: json.loads(each.text) for each in checks}
    return _of_keywords(asked) if asked else {}


def in_order(found: Mapping[str, str]) -> Limits:
    """Put limits in the order in which they are always written."""
    return tuple(sorted(found.items(), key=_place))


def _place(limit: tuple[str, str]) -> tuple[str, int, str]:
    path, _, name = limit[0].rpartition(".")
    return path, _ORDER.get(name, len(_ORDER)), limit[0]


@cache
def limits_in_annotation(text: str) -> Mapping[str, str]:
    """List what the text of an annotation asserts; most assert nothing."""
    is_bounded = _MARK in text
    return dict(limits_in(ast.parse(text, mode="eval").body)) if is_bounded else {}


def limits_in(node: ast.expr, path: str = "") -> Iterator[tuple[str, str]]:
    """List what an annotation asserts of a value, and of what it holds.

    Raises:
        ValueError: What is asserted is nothing that packages assert.
    """
    match node:
        case ast.Constant(value=str(text)):
            yield from limits_in(ast.parse(text, mode="eval").body, path)
        case ast.BinOp():
            yield from _of_alternatives(alternatives_in(node), path)
        case ast.Subscript(
            value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[inner, *marks])
        ):
            for mark in marks:
                yield from _of_mark(mark, path)
            yield from limits_in(inner, path)
        case ast.Subscript(value=ast.Name(id=name), slice=inner):
            for step, held in _held(name, inner):
                yield from limits_in(held, f"{path}{step}")
        case _:
            pass


def _of_alternatives(members: list[ast.expr], path: str) -> Iterator[tuple[str, str]]:
    """List those of each alternative, by its type where others have the same ones."""
    values = [one for one in members if not _is_none(one)]
    found = [dict(limits_in(one, path)) for one in values]
    counts = Counter(name for each in found for name in each)
    for one, each in zip(values, found, strict=True):
        for name, value in each.items():
            own = f"{path}{spelled(read_type(one))}.{name.removeprefix(path)}"
            yield own if counts[name] > 1 else name, value


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _of_mark(node: ast.expr, path: str) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name == _MARK:
            for name, value in limits_of_mark(node).items():
                yield f"{path}{name}", value
        case _:
            pass


def limits_of_mark(node: ast.expr) -> dict[str, str]:
    """Read a mark beside a type, `Asserts(max_length=5)`.

    Raises:
        ValueError: It is none.
    """
    match node:
        case ast.Call(func=ast.Name(id=name), args=[], keywords=told) if name == _MARK:
            given = {_as_spelled(one.arg): _value(one.value) for one in told if one.arg}
            if len(given) == len(told) and given.keys() <= _KEYWORDS:
                return _of_keywords(given)
        case _:
            pass
    raise ValueError(f"{ast.unparse(node)} asserts nothing")


def _value(node: ast.expr) -> object:
    value: object = ast.literal_eval(node)
    return value


def _as_spelled(name: str | None) -> str:
    """Spell a keyword as JSON Schema does: `min_length` is `minLength`."""
    first, *rest = (name or "").rstrip("_").split("_")
    return first + "".join(map(str.capitalize, rest))


def _held(name: str, inner: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """List what is in something, and where."""
    parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    if name == "NotRequired":
        yield "", inner
    elif name in _LISTS:
        yield "items.", inner
    elif name in _MAPPINGS:
        yield "values.", parts[-1]
    elif name == "tuple":
        yield from ((f"{at}.", part) for at, part in enumerate(parts))


def _of_keywords(asked: Keywords) -> dict[str, str]:
    every = [asked, *_members(asked)]
    given = {name: asked[key] for key, name in _NUMBERS.items() if key in asked}
    return {
        **{name: _written(value) for name, value in given.items() if _is_limit(value)},
        **_listed("patterns", (one["pattern"] for one in every if "pattern" in one)),
        **({"unique_items": "True"} if asked.get("uniqueItems") else {}),
        **_listed("others", in_words(_assertions(asked))),
        **dict(_as_a_whole(asked)),
    }


def _members(asked: Keywords) -> list[Keywords]:
    return [each for each in asked.get("allOf", ()) if isinstance(each, Mapping)]


def _assertions(asked: Keywords) -> list[Assertion]:
    return [Assertion(key, json.dumps(value)) for key, value in asked.items()]


def _as_a_whole(asked: Keywords) -> Iterator[tuple[str, str]]:
    """List the keywords that no words say, but for patterns that are listed."""
    told = dict(asked)
    told["allOf"] = [each for each in _members(asked) if {*each} != {"pattern"}]
    for keyword in sorted(_WHOLE & told.keys()):
        value = told[keyword]
        if value != [] and not [*in_words(_assertions({keyword: value}))]:
            yield _snake(keyword), json.dumps(value, sort_keys=True)


def _snake(keyword: str) -> str:
    return _HUMP.sub("_", keyword).lower()


def _listed(name: str, texts: Iterable[str]) -> dict[str, str]:
    unique = [*dict.fromkeys(texts)]
    return {name: json.dumps(unique)} if unique else {}


def _is_limit(value: float | None) -> bool:
    return value is not None and abs(value) < _NO_LIMIT


def _written(value: float) -> str:
    """Write a limit; a whole number is the same with and without a point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
