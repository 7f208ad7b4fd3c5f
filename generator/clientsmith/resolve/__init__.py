"""From a document to a description: valid, in the dialect of 3.1, typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openapi_pydantic.v3.v3_1 import OpenAPI
from pydantic import ValidationError

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, Severity, error
from clientsmith.load import JSON, Document, Referral, Shape
from clientsmith.pointer import Pointer

from .description import Description
from .dynamic import bind
from .include import include
from .normal import normalise
from .reference_kinds import check_kinds
from .references import check_references
from .validation import describe
from .values import METHODS, items, lookup, members, reference_of
from .views import check_entries

__all__ = [
    "METHODS",
    "Description",
    "items",
    "lookup",
    "members",
    "reference_of",
    "resolve",
]

_TYPED_AS = "3.1.1"
"""The version of the view; what 3.2 adds reaches it as extra keys."""


def resolve(document: Document) -> Outcome[Description]:
    """Check a document against the OpenAPI Specification and give it types."""
    root = Pointer()
    version, problem = _version(document.value, root)
    if problem:
        return Outcome(None, (problem,))
    referrals = document.referrals
    values = bind(normalise(document, version), referrals)
    problems = check_references(values, referrals)
    if not _has_error(problems):
        problems += check_kinds(values, referrals)
        values, endless = include(values, referrals)
        problems += endless
    elif any(referral.included for referral in referrals):
        # What should stand in a place is not known, and its absence is no news.
        return Outcome(None, tuple(problems))
    problems += check_entries(values, document.entries)
    try:
        openapi = OpenAPI.model_validate({**members(values[""]), "openapi": _TYPED_AS})
    except ValidationError as invalid:
        problems += describe(invalid, values[""], root)
        return Outcome(None, tuple(problems))
    if _has_error(problems):
        return Outcome(None, tuple(problems))
    elsewhere = tuple(sorted(_elsewhere(values, referrals)))
    return Outcome(Description(openapi, version, values, elsewhere), tuple(problems))


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


def _version(value: JSON, root: Pointer) -> tuple[str, Diagnostic | None]:
    fields = members(value)
    if "swagger" in fields:
        return "", error(
            "version-unsupported",
            "this is a Swagger 2.0 document, which is not supported yet",
            root / "swagger",
            hint="convert it to OpenAPI 3 first",
            exit=Exit.UNSUPPORTED,
        )
    if "openapi" not in fields:
        return "", error(
            "version-missing",
            "the document does not say which version of OpenAPI it follows",
            root,
            hint='add `"openapi": "3.1.1"` at the top',
        )
    version = fields["openapi"]
    if isinstance(version, str) and version.startswith(("3.0", "3.1", "3.2")):
        return version, None
    return "", error(
        "version-unsupported",
        f"`openapi` is {version!r}; 3.0, 3.1 and 3.2 are supported",
        root / "openapi",
        exit=Exit.UNSUPPORTED,
    )
