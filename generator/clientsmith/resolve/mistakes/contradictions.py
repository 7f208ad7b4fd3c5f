"""Assertions that no value can fit together.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.1
https://json-schema.org/draft/2020-12/json-schema-validation#section-6
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Exit, hint
from clientsmith.load import JSON
from clientsmith.pointer import Pointer
from clientsmith.resolve.values import items, members

from .graph import Graph, Schema
from .json_types import asked_types, has_type

LEAST: Final = {
    "maximum": "minimum",
    "maxItems": "minItems",
    "maxLength": "minLength",
    "maxProperties": "minProperties",
}
"""What bounds a value from above, and what does from below."""
EXCLUSIVE: Final = {
    "exclusiveMaximum": ("minimum", "exclusiveMinimum"),
    "exclusiveMinimum": ("maximum",),
}
"""What bounds a value without being one, and what bounds it from the other side."""
_ANY: Final = frozenset(
    {"array", "boolean", "integer", "null", "number", "object", "string"}
)


def check_limit(
    keyword: str, _: Graph, schema: Schema, at: Pointer
) -> Iterator[Diagnostic]:
    """Report a largest value that is less than the smallest one."""
    match schema.get(keyword), schema.get(LEAST[keyword]):
        case (int() | float() as most, int() | float() as least) if most < least:
            message = f"`{keyword}` is {most}, and `{LEAST[keyword]}` is {least}"
            yield _contradiction(message, at / keyword, "exchange or correct them")
        case _:
            pass


def check_exclusive(
    keyword: str, _: Graph, schema: Schema, at: Pointer
) -> Iterator[Diagnostic]:
    """Report a limit that is no value itself, and that another one does not leave."""
    limit = _number(schema.get(keyword))
    for other in EXCLUSIVE[keyword]:
        against = _number(schema.get(other))
        if limit is None or against is None:
            continue
        upper = keyword == "exclusiveMaximum"
        high, low = (limit, against) if upper else (against, limit)
        if high <= low:
            message = f"`{keyword}` is {limit}, and `{other}` is {against}"
            yield _contradiction(message, at / keyword, "exchange or correct them")


def check_choice(
    keyword: str, _: Graph, schema: Schema, at: Pointer
) -> Iterator[Diagnostic]:
    """Report a choice of nothing, which is taken to say nothing."""
    if schema.get(keyword) == []:
        yield _contradiction(f"`{keyword}` lists nothing", at / keyword, "remove it")


def check_all_of(graph: Graph, schema: Schema, at: Pointer) -> Iterator[Diagnostic]:
    """Report parts that ask for what another one excludes, of a value or a property."""
    known: dict[str, _Allowed] = {"": _Allowed.by(schema)}
    limits: dict[tuple[str, str], float] = {}
    for index, part in enumerate(items(schema.get("allOf"))):
        place = at / "allOf" / index
        for key, node in _said(graph, members(part)):
            said = graph.follow(node)
            for message in _too_narrow(limits, key, said):
                yield _contradiction(message, place, "correct one of the parts")
            own = _Allowed.by(said)
            both = known[key].and_(own) if key in known else own
            narrows = both != known.get(key)
            if both.is_nothing and narrows and not own.is_nothing:
                what = f"`{key}`" if key else "a value"
                message = f"{what} is {own}, and {known[key]} elsewhere"
                yield _contradiction(message, place, "correct one of the parts")
            else:
                known[key] = both


def _said(graph: Graph, part: Schema) -> Iterator[tuple[str, Schema]]:
    """Yield what a part says of the whole, under no name, and of each property."""
    whole = graph.follow(part)
    yield "", whole
    for key, node in members(whole.get("properties")).items():
        if isinstance(node, dict):
            yield key, node


def _too_narrow(
    limits: dict[tuple[str, str], float], key: str, schema: Schema
) -> Iterator[str]:
    """Add the limits of one part to those of others; say which leave nothing."""
    for most, least in LEAST.items():
        high, low = _number(schema.get(most)), _number(schema.get(least))
        highest = _narrower(min, limits.get((key, most)), high)
        lowest = _narrower(max, limits.get((key, least)), low)
        if highest is None or lowest is None or lowest <= highest:
            known = {(key, most): highest, (key, least): lowest}
            limits |= {at: value for at, value in known.items() if value is not None}
        elif high is None or low is None or low <= high:
            what = f"of `{key}` " if key else ""
            yield (f"together, `{most}` {what}is {highest}, and `{least}` is {lowest}")


def _number(value: JSON) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value


def _narrower(
    choose: Callable[[Iterable[float]], float], one: float | None, other: float | None
) -> float | None:
    given = [each for each in (one, other) if each is not None]
    return choose(given) if given else None


class _Allowed(Struct, frozen=True):
    """The types and values that are left."""

    types: frozenset[str]
    values: tuple[JSON, ...] | None

    @classmethod
    def by(cls, schema: Schema) -> _Allowed:
        """Return what one schema leaves."""
        types = asked_types(schema) or _ANY
        if "number" in types:
            types |= {"integer"}
        if schema.get("nullable") is True:
            types |= {"null"}
        values = (schema["const"],) if "const" in schema else schema.get("enum")
        listed = tuple(values) if isinstance(values, list | tuple) else None
        return cls(types, listed)

    def and_(self, other: _Allowed) -> _Allowed:
        """Return what both leave."""
        types = self.types & other.types
        if self.values is None or other.values is None:
            values = self.values if other.values is None else other.values
        else:
            values = tuple(each for each in self.values if each in other.values)
        return _Allowed(types, values)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is left, or nothing but null."""
        if self.values is None:
            return not self.types - {"null"}
        return not any(has_type(each, self.types) for each in self.values)

    def __str__(self) -> str:
        if self.values is not None:
            return " or ".join(f"`{each}`" for each in self.values[:3]) or "nothing"
        return " or ".join(f"`{each}`" for each in sorted(self.types))


def _contradiction(message: str, at: Pointer, advice: str) -> Diagnostic:
    text = f"{message}: no value fits"
    return hint("schema-contradictory", text, at, hint=advice, exit=Exit.DOCUMENT)
