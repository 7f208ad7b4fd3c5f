"""From a document to a description: valid, in the dialect of 3.1, typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Outcome, Severity
from clientsmith.load import JSON, Document, Kind, Referral, Shape
from clientsmith.pointer import Pointer

from . import view  # noqa: F401  # pyright: ignore[reportUnusedImport] - comes first
from .description import Description
from .dynamic import bind
from .given import given_names, places_of_names
from .methods import ADDED, is_method, operations_of
from .mistakes import find_mistakes
from .mistakes.patterns import pattern_problem
from .moves import Moves
from .normal import dialect_of, normalise, upgrade_entries
from .places import kind_of_place
from .recovery import ANYTHING, Recovered, Status, recover_references, recover_view
from .statuses import status_of
from .strong import strong_components
from .swagger import Converted, convert
from .texts import read_texts
from .upgrade import QUERYSTRING
from .validation import describe
from .values import METHODS, items, lookup, members, reference_of
from .versions import SWAGGER, version_of

__all__ = [
    "ADDED",
    "ANYTHING",
    "METHODS",
    "QUERYSTRING",
    "Description",
    "Moves",
    "Status",
    "describe",
    "given_names",
    "is_method",
    "items",
    "lookup",
    "members",
    "operations_of",
    "pattern_problem",
    "places_of_names",
    "reference_of",
    "resolve",
    "status_of",
    "strong_components",
]

CONVERTED = "3.0"
"""The version that a Swagger document is converted to."""


def resolve(document: Document, *, advises: bool = True) -> Outcome[Description]:
    """Check a document against the OpenAPI Specification and give it types.

    What is wrong and can be stepped over is an error beside the description; what only
    looks like a mistake is not looked for where nobody would hear of it.
    """
    read = read_texts(document)
    problems = [*read.diagnostics]
    version, problem = version_of(read.value, Pointer())
    if problem:
        return Outcome(None, (*problems, problem))
    values = {**document.values, "": read.value}
    referrals = document.referrals
    normal = normalise(values, document.entries, referrals, version)
    normal = bind(normal, referrals)
    referred = recover_references(normal, referrals, document.entries)
    problems += referred.problems
    if referred.values is None:
        return Outcome(None, tuple(problems))
    made = _modernise(referred.values, referred.entries, version)
    problems += made.problems
    seen = recover_view(made.values, made.entries)
    problems += made.moves.traced(seen.problems)
    if seen.values is None or seen.openapi is None:
        return Outcome(None, tuple(problems))
    stand_ins = dict(seen.stand_ins)
    for at, status in referred.stand_ins.items():
        stand_ins.setdefault(made.moves.destination(at), status)
    description = Description(
        openapi=seen.openapi,
        version=version,
        values=seen.values,
        elsewhere=tuple(sorted(_elsewhere(seen, referrals))),
        moves=made.moves,
        stand_ins=stand_ins,
    )
    if advises:
        found = made.moves.traced(find_mistakes(seen.values, seen.entries))
        problems += [_as_ours(each, document) for each in found]
    return Outcome(description, tuple(problems))


def _as_ours(diagnostic: Diagnostic, document: Document) -> Diagnostic:
    """Warn of a field that means nothing where an overlay or a patch has put it."""
    at = diagnostic.at
    if diagnostic.code != "field-misspelt" or not isinstance(at, Pointer):
        return diagnostic
    is_ours = document.edit(at) is not None
    return replace(diagnostic, severity=Severity.WARNING) if is_ours else diagnostic


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


def _elsewhere(seen: Recovered, referrals: Iterable[Referral]) -> set[Pointer]:
    """Collect the schemas of other files that are referred to, or included."""
    values, found = seen.values or {}, set[Pointer]()
    for one in referrals:
        target = one.target
        if target is None or not target.file or one.kind.name != "schema":
            continue
        if not kind_of_place(target, seen.entries):
            continue
        if not _is_there(values[target.file], target):
            continue  # It was stepped over where it is referred to.
        if one.kind.shape is Shape.MAP:
            named = members(lookup(values[target.file], target))
            found |= {target / name for name in named}
        elif one.kind.shape is Shape.ONE:
            found.add(target)
    return found


def _is_there(value: JSON, target: Pointer) -> bool:
    """Tell whether a pointer leads to a value."""
    try:
        lookup(value, target)
    except LookupError:
        return False
    return True
