"""Makes models for tests: valid ones, with what they cannot be without.

A value is looked for by its type: plain ones are tried first, and what is asserted of
it says what else to try. Strict validation has the last word.
"""

from __future__ import annotations

from contextlib import suppress
from enum import Enum
from itertools import islice
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
    overload,
)

from pydantic import Tag

from .errors import ResponseValidationError
from .fitting import accepts, is_model, name_of, read, variants
from .models import Model
from .plausible import listed, numbers, parts, said, texts
from .suggestions import unexpected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .plausible import Asserted

M = TypeVar("M", bound=Model)
_Within: TypeAlias = tuple[type[Model], ...]
"""The models that a value is a part of, the outermost first."""

_TEXTS = {
    "bytes": "aGVsbG8=",
    "date": "2026-01-31",
    "datetime": "2026-01-31T12:00:00Z",
    "Decimal": "1.5",
    "time": "12:00:00Z",
    "timedelta": "PT1M",
    "UUID": "123e4567-e89b-42d3-a456-426614174000",
}
"""Types whose values are text in JSON."""


class CannotMake(ValueError):
    """No value is found for something that a model cannot be without."""


class Maker:
    """Makes models: `make(models.Pet, name="Flaff")`.

    Changes go by the names of attributes. They are values, models, or JSON as a
    server sends it, and are read as strictly as everything else. For patterns, which
    nobody can turn round in a hurry, there are `texts` that they match; `tags` are
    those by which unions recognise a class, where it does not say so itself.
    """

    def __init__(
        self,
        texts: Mapping[str, tuple[str, ...]],
        tags: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._texts = texts
        self._tags = tags
        self._made: dict[type[Model], Mapping[str, object]] = {}

    @overload
    def __call__(self, model: type[M], /, **changes: object) -> M: ...
    @overload
    def __call__(self, model: object, /, **changes: object) -> Any: ...
    def __call__(self, model: Any, /, **changes: object) -> Any:
        """Make a model; of a union, the first of its models that has what is given.

        Raises:
            CannotMake: A property has to be given; the message says which.
            ResponseValidationError: What is given does not fit.
            TypeError: There is no such attribute, or this is no type of the API.
        """
        if not is_model(model):
            return self._other(model, changes)
        names = {name: wire for name, wire, _, _ in self._fields(model)}
        for name in changes:
            if name not in names:
                raise unexpected(f"make({model.__name__})", name, names)
        given = {names[name]: value for name, value in changes.items()}
        try:
            return read(model, self._object(model, (), given))
        except ResponseValidationError as problem:
            if changes:
                raise
            raise CannotMake(str(problem)) from problem

    def _other(self, kind: Any, changes: Mapping[str, object]) -> Any:
        """Make what has no class of its own: a variant of a union, a listed value."""
        known = {
            each: {name for name, *_ in self._fields(each)} for each in variants(kind)
        }
        for variant, names in known.items():
            if changes and changes.keys() <= names:
                return self(variant, **changes)
        every = set[str]().union(*known.values())
        for name in changes:
            if name not in every:
                raise unexpected("make", name, every)
        if changes:
            raise TypeError(f"make(): no variant has all of {', '.join(changes)}")
        for value in self._values(kind, "value", ()):
            if accepts(kind, value):
                return read(kind, value)
        raise TypeError(f"make() takes a type of the API, not {kind!r}")

    def _object(
        self, model: type[Model], within: _Within, given: Mapping[str, object]
    ) -> Mapping[str, object]:
        """Return what is read as a model: what it requires, and more if need be.

        Raises:
            CannotMake: There is nothing for a property.
            ResponseValidationError: Nothing that was tried fits.
        """
        least, others = dict[str, Any](), dict[str, Any]()
        tags = self._tags.get(model.__name__, {})
        for name, wire, kind, is_required in self._fields(model):
            if wire in given:
                least[wire] = given[wire]
            elif is_required:
                value = self._first(kind, wire, (*within, model))
                if wire in tags and accepts(kind, _as_tag(value, tags[wire])):
                    value = _as_tag(value, tags[wire])
                least[wire] = value
                if least[wire] is _NOTHING:
                    raise CannotMake(f"{model.__name__} needs {name!r} to be given")
            else:
                others[wire] = kind
        if accepts(model, least):
            return least
        return self._larger(model, (*within, model), least, others)

    def _larger(
        self,
        model: type[Model],
        within: _Within,
        least: dict[str, Any],
        others: dict[str, Any],
    ) -> Mapping[str, object]:
        """Add what an object may have: one property, or all of them."""
        everything = dict(least)
        for wire, kind in others.items():
            value = self._first(kind, wire, within)
            if value is _NOTHING:
                continue
            if accepts(model, larger := {**least, wire: value}):
                return larger
            if accepts(model, larger := {**everything, wire: value}):
                return larger
            everything[wire] = value
        read(model, least)
        return least

    def _first(self, kind: Any, name: str, within: _Within) -> Any:
        return next(self._values(kind, name, within), _NOTHING)

    def _values(
        self, kind: Any, name: str, within: _Within, asserted: Asserted = ()
    ) -> Iterator[Any]:
        """Yield what is read as a type, the plainest first."""
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Annotated:
            yield from self._annotated(kind, name, within, asserted)
        elif hasattr(kind, "__value__"):
            yield from self._alias(kind, name, within, asserted)
        elif origin in {Union, UnionType}:
            known = [each for each in arguments if each is not NoneType]
            if known in ([float, int], [int, float]):
                yield 1.5  # a whole number is both
            for each in sorted(arguments, key=lambda each: each is NoneType):
                yield from self._values(each, name, within, asserted)
        elif origin is Literal:
            yield from arguments
        elif origin in {list, tuple, dict}:
            yield from self._containers(origin, arguments, name, within, asserted)
        else:
            yield from self._plain(kind, name, within, asserted)

    def _alias(
        self, kind: Any, name: str, within: _Within, asserted: Asserted
    ) -> Iterator[Any]:
        if not isinstance(kind.__value__, str):
            yield from self._values(kind.__value__, name, within, asserted)
            return
        # What is made of itself may be plain.
        for value in self._values(Any, name, within):
            if accepts(kind, value):
                yield value

    def _annotated(
        self, kind: Any, name: str, within: _Within, asserted: Asserted
    ) -> Iterator[Any]:
        inner, *marks = get_args(kind)
        schemas = [mark.schema for mark in marks if _is_schema(mark)]
        tag = next((mark.property for mark in marks if hasattr(mark, "property")), None)
        further = [*asserted, *(part for each in schemas for part in parts(each))]
        if tag is not None:
            found = self._tagged(inner, tag, name, within)
        elif inner is int and any(isinstance(mark, type) for mark in marks):
            found = iter(["1"])  # an integer that is text in JSON
        else:
            found = self._values(inner, name, within, further)
        if schemas:
            found = (value for value in found if accepts(kind, value))
        yield from found

    def _tagged(
        self, union: Any, key: str, name: str, within: _Within
    ) -> Iterator[Any]:
        """Yield what is chosen by a tag, and has it."""
        for variant in get_args(union):
            inner, *marks = get_args(variant)
            tags = [mark.tag for mark in marks if isinstance(mark, Tag) and mark.tag]
            for value in self._values(inner, name, within) if tags else ():
                yield {**value, key: _as_tag(value.get(key), tags[0])}

    def _containers(
        self,
        origin: Any,
        arguments: tuple[Any, ...],
        name: str,
        within: _Within,
        asserted: Asserted,
    ) -> Iterator[Any]:
        if origin is list:
            yield from self._lists(arguments[0], name, within, asserted)
        elif origin is tuple:
            yield [self._first(each, name, within) for each in arguments]
        else:
            yield {}
            for value in self._values(arguments[1], name, within):
                yield {"key": value}

    def _lists(
        self, kind: Any, name: str, within: _Within, asserted: Asserted
    ) -> Iterator[list[Any]]:
        if kind is Any:
            yield []
        size = max([1, *said(asserted, "minItems")])
        found = self._values(kind, name, within)
        if any(said(asserted, "uniqueItems")):
            items = list(islice(found, size))
        else:
            items = list(islice(found, 1)) * size
        if items:
            yield items
        yield []

    def _plain(
        self, kind: Any, name: str, within: _Within, asserted: Asserted
    ) -> Iterator[Any]:
        """Yield values of a class, or of anything."""
        if kind is str:
            yield from texts(name, asserted, self._texts)
        elif kind is bool:
            yield from (True, False)
        elif kind in {int, float}:
            yield from (each for each in listed(asserted) if isinstance(each, int))
            yield from numbers(asserted)
        elif kind is NoneType or kind is None:
            yield None
        elif is_model(kind):
            yield from self._objects(kind, within)
        elif isinstance(kind, type) and issubclass(kind, Enum):
            yield from (member.value for member in kind)
        elif name_of(kind) in _TEXTS:
            yield _TEXTS[name_of(kind)]
        elif kind in {Any, object}:
            yield from (name, 1, True, {}, [])

    def _objects(self, model: type[Model], within: _Within) -> Iterator[Any]:
        """Yield an object, unless it would hold itself, or cannot be made."""
        if model not in self._made and model not in within:
            with suppress(CannotMake, ResponseValidationError):
                self._made[model] = self._object(model, within, {})
        if model in self._made:
            yield self._made[model]

    def _fields(self, model: type[Model]) -> Iterator[tuple[str, str, Any, bool]]:
        """Yield the attributes of a model, their names on the wire, types and need."""
        model.model_rebuild()
        asserted = getattr(model.__asserts__, "schema", dict[str, Any]())
        required: Iterable[str] = asserted.get("required", ())
        needed = dict.fromkeys([*required, *self._tags.get(model.__name__, ())])
        undeclared = dict(needed)
        for name, field in model.model_fields.items():
            wire = name if field.alias is None else field.alias
            kind = field.rebuild_annotation()
            fixed = get_origin(kind) is Literal and get_args(kind) == (field.default,)
            yield name, wire, kind, field.is_required() or fixed or wire in needed
            undeclared.pop(wire, None)
        for name in undeclared:
            yield name, name, Any, True


_NOTHING = object()


def _is_schema(mark: object) -> bool:
    return isinstance(getattr(mark, "schema", None), dict)


def _as_tag(known: object, tag: str) -> object:
    """Return a tag as the kind of value that is there."""
    if isinstance(known, bool):
        return tag == "true"
    return int(tag) if isinstance(known, int) and tag.isdecimal() else tag
