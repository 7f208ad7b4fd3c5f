"""From a document to a description: valid, in the dialect of 3.1, typed."""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import OpenAPI
from pydantic import ValidationError

from clientsmith.diagnostics import Diagnostic, Outcome
from clientsmith.load import JSON, Document
from clientsmith.pointer import Pointer

from .description import Description
from .media_types import check_media_types
from .methods import check_methods, operations_of
from .moves import Moves
from .reference_kinds import check_kinds
from .references import check_references, find_references
from .swagger import convert
from .texts import read_texts
from .upgrade import QUERYSTRING, upgrade
from .validation import describe
from .values import METHODS, items, lookup, members, reference_of
from .versions import SWAGGER, version_of

__all__ = [
    "METHODS",
    "QUERYSTRING",
    "Description",
    "Moves",
    "describe",
    "find_references",
    "items",
    "lookup",
    "members",
    "operations_of",
    "reference_of",
    "resolve",
]

CONVERTED = "3.0"
"""The version that a Swagger document is converted to."""
_TYPED_AS = "3.1.1"
"""The version of the view; what 3.2 adds reaches it as extra keys."""


def resolve(document: Document) -> Outcome[Description]:
    """Check a document against the OpenAPI Specification and give it types."""
    root = Pointer(document.file)
    read = read_texts(document)
    version, problem = version_of(read.value, root)
    if problem:
        return Outcome(None, (problem,))
    check = _resolve_swagger if version == SWAGGER else _resolve_openapi
    checked = check(read.value, version, root)
    return Outcome(checked.value, (*read.diagnostics, *checked.diagnostics))


def _resolve_openapi(value: JSON, version: str, root: Pointer) -> Outcome[Description]:
    value = upgrade(value, version)
    broken = check_references(value, root) or check_kinds(value, root)
    broken += [*check_methods(value, root), *check_media_types(value, root)]
    return _typed(value, version, root.file, broken)


def _resolve_swagger(value: JSON, version: str, root: Pointer) -> Outcome[Description]:
    """Check the references of a Swagger document before anything moves."""
    wrong = check_references(value, root) or check_kinds(value, root)
    if wrong:
        return Outcome(None, tuple(wrong))
    converted = convert(value, root)
    if converted.value is None:
        return Outcome(None, converted.diagnostics)
    modern, moves = converted.value
    modern = upgrade(modern, CONVERTED)
    broken = check_methods(modern, root)
    typed = _typed(modern, version, root.file, broken, moves)
    found = (*converted.diagnostics, *moves.traced(typed.diagnostics))
    return Outcome(typed.value, found)


def _typed(
    value: JSON,
    version: str,
    file: str,
    broken: list[Diagnostic],
    moves: Moves = Moves(),
) -> Outcome[Description]:
    try:
        openapi = OpenAPI.model_validate({**members(value), "openapi": _TYPED_AS})
    except ValidationError as invalid:
        broken += describe(invalid, value, Pointer(file))
        return Outcome(None, tuple(broken))
    if broken:
        return Outcome(None, tuple(broken))
    return Outcome(Description(openapi, version, value, file, moves))
