"""Which keywords of a schema its type does not express; those that go together.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6
https://json-schema.org/draft/2020-12/json-schema-core#section-10
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, cast

from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema

from .context import SchemaLike
from .kinds import is_never, type_names, values_of
from .vocabulary import KEYWORDS, Role, fields, names
from .written_out import ASSERTED_FORMATS

Keywords: TypeAlias = dict[str, Any]
"""Keywords and their values, as the document has them."""

_ALONE = frozenset({Role.LEAST, Role.MOST, Role.ASSERTION})
_WITH_OTHERS = frozenset({"maxContains", "minContains", "required"})
_ABOUT = {
    each.name: each.about
    for each in KEYWORDS
    if each.role in _ALONE and each.name not in _WITH_OTHERS
}
"""Keywords that stand alone, and the type of values that each is about."""
_TRIVIAL: Keywords = {
    "dependentRequired": {},
    "minItems": 0,
    "minLength": 0,
    "minProperties": 0,
    "uniqueItems": False,
}
"""What asserts nothing."""
_CONDITIONS = (
    ("not",),
    ("if", "then", "else"),
    ("dependentSchemas",),
    ("propertyNames",),
    ("contains", "minContains", "maxContains"),
)
"""Keywords that hold schemas, each with those that say nothing without it."""
_LIMITS = names(Role.LEAST, Role.MOST) | {"multipleOf"}
_IS_TEXT = ("type", "string")
_ANY_NAME: Keywords = {"propertyNames": {}}
_CONDITIONAL = frozenset(group[0] for group in _CONDITIONS)
_FIELDS = fields(Role.SHAPE, Role.CONDITION) - {"items", "properties"} | {
    *_ABOUT,
    "required",
}
"""Fields of the typed view that may assert what a type does not."""


def may_assert(schema: SchemaLike) -> bool:
    """Tell whether it is worth looking for what a schema asserts beyond its type."""
    if isinstance(schema, SchemaReference) or "$ref" in (schema.model_extra or ()):
        return True
    given = schema.model_fields_set
    if not _FIELDS.isdisjoint(given):
        return True
    untyped = "schema_format" in given and "type" not in given
    return untyped or any(
        isinstance(each, float | dict | list) for each in values_of(schema)
    )


def groups(raw: Keywords, whole: Schema) -> Iterator[Keywords]:
    """Yield the keywords of one of the schemas that are combined to a `whole` one."""
    listed = whole.enum is not None or "const" in whole.model_fields_set
    yield from _values(raw) if listed else _alone(raw, whole)
    if not _CONDITIONAL.isdisjoint(raw):
        told = {**raw, "propertyNames": beyond_text(raw.get("propertyNames"))}
        found = (some(told, *group) for group in _CONDITIONS if group[0] in raw)
        yield from (each for each in found if each != _ANY_NAME)
    if "prefixItems" in raw and not is_tuple(whole):
        yield some(raw, "prefixItems", "items")


def beyond_text(schema: Any) -> Any:
    """Return what a schema of names asks of them, which are texts anyway."""
    if not isinstance(schema, dict):
        return schema
    members = cast("Keywords", schema)
    return {key: each for key, each in members.items() if (key, each) != _IS_TEXT}


def _alone(raw: Keywords, whole: Schema) -> Iterator[Keywords]:
    told = ("minItems", "maxItems") if is_tuple(whole) else ()
    kinds = type_names(whole)
    for name in raw.keys() & _ABOUT.keys():
        trivial = name in told or raw[name] == _TRIVIAL.get(name)
        # What is no number is noted where the document is read.
        misread = name in _LIMITS and type(raw[name]) not in {int, float}
        if not (trivial or misread) and _allow(kinds, _ABOUT[name]):
            yield some(raw, name)
    if raw.get("format") in ASSERTED_FORMATS and not kinds:
        yield some(raw, "format")


def may_be(schema: Schema, kind: str) -> bool:
    """Tell whether a schema allows values of a type; an integer is a number."""
    return _allow(type_names(schema), kind)


def _allow(kinds: list[str], kind: str) -> bool:
    return not kinds or kind in kinds or (kind == "number" and "integer" in kinds)


def _values(raw: Keywords) -> Iterator[Keywords]:
    """Yield a list of values that no literal can spell; those of names stay open."""
    if isinstance(raw.get("const"), float | dict | list):
        yield some(raw, "const")
    elif any(isinstance(value, float | dict | list) for value in raw.get("enum") or ()):
        yield some(raw, "enum")


def is_tuple(schema: Schema) -> bool:
    """Tell whether the type says how many items there are, and what each of them is."""
    places, most = len(schema.prefixItems or ()), schema.maxItems
    closed = is_never(schema.items) or (most is not None and most <= places)
    return bool(places) and closed and (schema.minItems or 0) >= places


def some(raw: Keywords, *names: str) -> Keywords:
    """Return some of the keywords."""
    return {name: raw[name] for name in names if name in raw}
