"""From a document to a description: valid, in the dialect of 3.1, typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openapi_pydantic.v3.v3_1 import OpenAPI
from pydantic import ValidationError

from clientsmith.diagnostics import Diagnostic, Outcome, Severity
from clientsmith.load import JSON, Document, Referral, Shape
from clientsmith.pointer import Pointer

from .description import Description
from .include import include
from .media_types import check_media_types
from .methods import check_methods, operations_of
from .moves import Moves
from .normal import normalise
from .reference_kinds import check_kinds
from .references import check_references
from .swagger import convert
from .texts import read_texts, spelled
from .upgrade import QUERYSTRING
from .validation import describe
from .values import METHODS, items, lookup, members, reference_of
from .versions import SWAGGER, version_of
from .views import check_entries

__all__ = [
    "METHODS",
    "QUERYSTRING",
    "Description",
    "Moves",
    "describe",
    "items",
    "lookup",
    "members",
    "operations_of",
    "reference_of",
    "resolve",
]

_TYPED_AS = "3.1.1"
"""The version of the view; what 3.2 adds reaches it as extra keys."""


def resolve(document: Document) -> Outcome[Description]:
    """Check a document against the OpenAPI Specification and give it types."""
    texts, hints = read_texts(document)
    version, problem = version_of(spelled(document.value, texts), Pointer())
    if problem:
        return Outcome(None, (problem,))
    referrals = document.referrals
    values = normalise(document, version)
    values[""] = spelled(values[""], texts)
    problems = [*hints, *check_references(values, referrals)]
    if not _has_error(problems):
        problems += check_kinds(values, referrals)
    if _has_error(problems):
        return Outcome(None, tuple(problems))
    values, endless = include(values, referrals)
    problems += endless
    if version == SWAGGER:
        return _resolve_swagger(document, values, problems)
    problems += check_entries(values, document.entries)
    return _typed(document, version, values, problems)


def _resolve_swagger(
    document: Document,
    values: Mapping[str, JSON],
    problems: list[Diagnostic],
) -> Outcome[Description]:
    """Convert what 2.0 says; of other files, its schemas are used as they stand."""
    converted, moves, remarks = convert(values)
    problems += remarks
    schemas = {
        at: [kind for kind in kinds if kind.name == "schema"]
        for at, kinds in document.entries.items()
    }
    problems += check_entries(converted, schemas)
    return _typed(document, SWAGGER, converted, problems, moves)


def _typed(
    document: Document,
    version: str,
    values: Mapping[str, JSON],
    problems: list[Diagnostic],
    moves: Moves = Moves(),
) -> Outcome[Description]:
    root, value = Pointer(), values[""]
    problems += moves.traced(check_methods(values, document.entries))
    problems += moves.traced(check_media_types(value, root))
    try:
        openapi = OpenAPI.model_validate({**members(value), "openapi": _TYPED_AS})
    except ValidationError as invalid:
        problems += moves.traced(describe(invalid, value, root))
        return Outcome(None, tuple(problems))
    if _has_error(problems):
        return Outcome(None, tuple(problems))
    elsewhere = tuple(sorted(_elsewhere(values, document.referrals)))
    description = Description(openapi, version, values, elsewhere, moves)
    return Outcome(description, tuple(problems))


def _elsewhere(
    values: Mapping[str, JSON], referrals: Iterable[Referral]
) -> set[Pointer]:
    """Collect the schemas of other files that are referred to, or included."""
    found: set[Pointer] = set()
    for one in referrals:
        target = one.target
        if target is None or not target.file or one.kind.name != "schema":
            continue
        if one.kind.shape is Shape.MAP:
            named = members(lookup(values[target.file], target))
            found |= {target / name for name in named}
        elif one.kind.shape is Shape.ONE:
            found.add(target)
    return found


def _has_error(problems: Iterable[Diagnostic]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
