"""From a document to a description: valid, in the dialect of 3.1, typed."""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import OpenAPI
from pydantic import ValidationError

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error
from clientsmith.load import JSON, Document
from clientsmith.pointer import Pointer

from .description import Description
from .methods import check_methods, operations_of
from .moves import Moves
from .reference_kinds import check_kinds
from .references import check_references, find_references
from .swagger import convert
from .upgrade import QUERYSTRING, upgrade
from .validation import describe
from .values import METHODS, items, lookup, members, reference_of

__all__ = [
    "METHODS",
    "QUERYSTRING",
    "Description",
    "Moves",
    "find_references",
    "items",
    "lookup",
    "members",
    "operations_of",
    "reference_of",
    "resolve",
]

SWAGGER = "2.0"
CONVERTED = "3.0"
"""The version that a Swagger document is converted to."""
_TYPED_AS = "3.1.1"
"""The version of the view; what 3.2 adds reaches it as extra keys."""


def resolve(document: Document) -> Outcome[Description]:
    """Check a document against the OpenAPI Specification and give it types."""
    root = Pointer(document.file)
    version, problem = _version(document.value, root)
    if problem:
        return Outcome(None, (problem,))
    if version == SWAGGER:
        return _resolve_swagger(document, root)
    value = upgrade(document.value, version)
    broken = check_references(value, root) or check_kinds(value, root)
    broken += check_methods(value, root)
    return _typed(value, version, document.file, broken)


def _resolve_swagger(document: Document, root: Pointer) -> Outcome[Description]:
    """Check the references of a Swagger document before anything moves."""
    wrong = check_references(document.value, root) or check_kinds(document.value, root)
    if wrong:
        return Outcome(None, tuple(wrong))
    converted = convert(document.value, root)
    if converted.value is None:
        return Outcome(None, converted.diagnostics)
    value, moves = converted.value
    modern = upgrade(value, CONVERTED)
    typed = _typed(modern, SWAGGER, document.file, [], moves)
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


def _version(value: JSON, root: Pointer) -> tuple[str, Diagnostic | None]:
    fields = members(value)
    if "swagger" in fields:
        version = str(fields["swagger"])
        return version, None if version == SWAGGER else _unknown(
            "swagger", fields, root
        )
    if "openapi" not in fields:
        return "", error(
            "version-missing",
            "the document does not say which version of OpenAPI it follows",
            root,
            hint='add `"openapi": "3.1.1"` at the top',
        )
    declared = fields["openapi"]
    if isinstance(declared, str) and declared.startswith(("3.0", "3.1", "3.2")):
        return declared, None
    return "", _unknown("openapi", fields, root)


def _unknown(key: str, fields: dict[str, JSON], root: Pointer) -> Diagnostic:
    return error(
        "version-unsupported",
        f"`{key}` is {fields[key]!r}; OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 are "
        "supported",
        root / key,
        exit=Exit.UNSUPPORTED,
    )
