"""Check that a reference leads to the kind of object that its place asks for.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from openapi_pydantic.v3.v3_1 import (
    Example,
    Header,
    Link,
    Parameter,
    PathItem,
    RequestBody,
    Response,
    Schema,
    SecurityScheme,
)
from pydantic import BaseModel, ValidationError

from clientsmith.diagnostics import Diagnostic, error
from clientsmith.load import JSON
from clientsmith.pointer import Pointer, parse_reference

from .objects import kind_at, kind_of_place
from .values import lookup, reference_of

_VIEWS: Final[dict[str, type[BaseModel]]] = {
    "example": Example,
    "header": Header,
    "link": Link,
    "parameter": Parameter,
    "path item": PathItem,
    "request body": RequestBody,
    "response": Response,
    "schema": Schema,
    "security scheme": SecurityScheme,
}
_HINTS: Final = {
    "parameter": "a parameter has `name` and `in`",
    "request body": "a request body has `content`",
    "response": "a response has `description`",
}


def check_kinds(
    value: JSON,
    root: Pointer,
    references: Iterable[tuple[Pointer, str]],
    starts: Mapping[Pointer, str],
) -> list[Diagnostic]:
    """Report references to objects of another kind; all must lead somewhere."""
    known: dict[tuple[Pointer, str], bool] = {}
    found: list[Diagnostic] = []
    for at, reference in references:
        kind = kind_at(at.parent, starts)
        target = Pointer(root.file, parse_reference(reference).steps)
        if (target, kind) not in known:
            known[target, kind] = _is(value, target, kind)
        if not known[target, kind]:
            found.append(_problem(at, reference, kind))
    return found


def _problem(at: Pointer, reference: str, kind: str) -> Diagnostic:
    return error(
        "reference-kind",
        f"`$ref: {reference}` is no {kind}, which this place asks for",
        at,
        hint=_HINTS.get(kind, "correct the reference"),
    )


def _is(value: JSON, target: Pointer, kind: str) -> bool:
    """Tell whether a value is some kind of object, by its place or by its content."""
    belongs = kind_of_place(target.steps)
    if belongs == kind or kind not in _VIEWS:
        return True
    if belongs:
        return False
    found = lookup(value, target)
    if kind != "schema" and reference_of(found) is not None:
        return True
    try:
        _VIEWS[kind].model_validate(found)
    except ValidationError:
        return False
    return True
