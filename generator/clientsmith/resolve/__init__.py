"""From a document to a description: valid, in the dialect of 3.1, typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from openapi_pydantic.v3.v3_1 import OpenAPI
from pydantic import ValidationError

from clientsmith.diagnostics import Diagnostic, Outcome, Severity
from clientsmith.load import JSON, Document, Kind, Referral, Shape
from clientsmith.pointer import Pointer

from .description import Description
from .dynamic import bind
from .given import given_names, is_operation
from .include import include
from .media_types import check_media_types
from .methods import check_methods, operations_of
from .moves import Moves
from .normal import dialect_of, normalise, upgrade_entries
from .reference_kinds import check_kinds
from .references import check_references
from .swagger import Converted, convert
from .texts import read_texts
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
    "given_names",
    "is_operation",
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
    read = read_texts(document)
    problems = [*read.diagnostics]
    version, problem = version_of(read.value, Pointer())
    if problem:
        return Outcome(None, (*problems, problem))
    values = {**document.values, "": read.value}
    included = _include(values, document, version)
    problems += included.diagnostics
    if included.value is None:
        return Outcome(None, tuple(problems))
    if _has_error(problems) and version == SWAGGER:
        # Conversion follows references, and shows what is missing a second time.
        return Outcome(None, tuple(problems))
    made = _modernise(included.value, document.entries, version)
    typed = _typed(made, document.referrals, version)
    problems += (*made.problems, *made.moves.traced(typed.diagnostics))
    value = None if _has_error(problems) else typed.value
    return Outcome(value, tuple(problems))


def _include(
    values: Mapping[str, JSON],
    document: Document,
    version: str,
) -> Outcome[dict[str, JSON]]:
    """Check the references, in the words of the document, and follow some."""
    referrals = document.referrals
    normal = normalise(values, document.entries, referrals, version)
    normal = bind(normal, referrals)
    broken = check_references(normal, referrals)
    if not _has_error(broken):
        broken += check_kinds(normal, referrals)
        normal, endless = include(normal, referrals)
        broken += endless
    elif any(referral.included for referral in referrals):
        # What should stand in a place is not known, and its absence is no news.
        return Outcome(None, tuple(broken))
    return Outcome(normal, tuple(broken))


def _modernise(
    values: Mapping[str, JSON],
    entries: Mapping[Pointer, Iterable[Kind]],
    version: str,
) -> Converted:
    """Convert what is written in the words of Swagger 2.0."""
    old: dict[Pointer, list[Kind]] = {}
    known: dict[Pointer, list[Kind]] = {}
    for at, kinds in entries.items():
        dialect = dialect_of(values[at.file], version)
        (old if dialect == SWAGGER else known)[at] = [*kinds]
    if not old:
        return Converted(values, known)
    made = convert(values, old)
    modern = upgrade_entries(made.values, made.entries, CONVERTED)
    return replace(made, values=modern, entries={**known, **made.entries})


def _typed(
    made: Converted,
    referrals: Iterable[Referral],
    version: str,
) -> Outcome[Description]:
    root, values = Pointer(), made.values
    problems = [
        *check_methods(values[""], root),
        *check_media_types(values[""], root),
        *check_entries(values, made.entries),
    ]
    try:
        openapi = OpenAPI.model_validate({**members(values[""]), "openapi": _TYPED_AS})
    except ValidationError as invalid:
        problems += describe(invalid, values[""], root)
        return Outcome(None, tuple(problems))
    if _has_error(problems):
        return Outcome(None, tuple(problems))
    elsewhere = tuple(sorted(_elsewhere(values, referrals)))
    found = Description(openapi, version, values, elsewhere, made.moves)
    return Outcome(found, tuple(problems))


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
