"""The typed view of the objects that references lead to outside the root document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from openapi_pydantic.v3.v3_1 import (
    Callback,
    Example,
    Header,
    Link,
    MediaType,
    Parameter,
    PathItem,
    RequestBody,
    Response,
    Schema,
    SecurityScheme,
)
from pydantic import TypeAdapter, ValidationError

from clientsmith.diagnostics import Diagnostic
from clientsmith.load import JSON, Kind, Shape
from clientsmith.pointer import Pointer

from .methods import check_path_item
from .validation import describe
from .values import items, lookup, members, reference_of

_VIEWS: Mapping[str, Any] = {
    "callback": Callback,
    "example": Example,
    "header": Header,
    "link": Link,
    "mediaType": MediaType,
    "parameter": Parameter,
    "pathItem": PathItem,
    "requestBody": RequestBody,
    "response": Response,
    "schema": Schema,
    "securityScheme": SecurityScheme,
}


def check_entries(
    values: Mapping[str, JSON],
    entries: Mapping[Pointer, Sequence[Kind]],
) -> list[Diagnostic]:
    """Say what is not valid in the objects that references lead to."""
    return [
        problem
        for at, kinds in entries.items()
        for kind in kinds
        for problem in _problems(lookup(values[at.file], at), at, kind)
    ]


def _problems(value: JSON, at: Pointer, kind: Kind) -> Iterator[Diagnostic]:
    match kind.shape:
        case Shape.ONE:
            yield from _of_one(value, at, kind)
        case Shape.LIST:
            for index, item in enumerate(items(value)):
                yield from _of_one(item, at / index, kind)
        case Shape.MAP:
            for key, item in members(value).items():
                yield from _of_one(item, at / key, kind)


def _of_one(value: JSON, at: Pointer, kind: Kind) -> Iterator[Diagnostic]:
    if kind.name not in _VIEWS or reference_of(value) is not None:
        return
    try:
        _view(kind.name).validate_python(value)
    except ValidationError as invalid:
        yield from describe(invalid, value, at)
    if kind.name == "pathItem":
        yield from check_path_item(value, at)


@cache
def _view(name: str) -> TypeAdapter[object]:
    """Make the view of a kind of object when there is one of it: few have any."""
    return TypeAdapter(_VIEWS[name])
