"""Say in a document's own terms what keeps it from being a valid description."""

from __future__ import annotations

import re
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from clientsmith.diagnostics import Diagnostic, error
from clientsmith.load import JSON
from clientsmith.load.kinds import kind_of
from clientsmith.pointer import Pointer

from .values import members, reference_of

_LONGEST = 40
_QUOTED = re.compile("'([^']*)'")
_EXPECTED = {
    "bool_parsing": "a boolean",
    "bool_type": "a boolean",
    "dict_type": "an object",
    "float_parsing": "a number",
    "float_type": "a number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "list_type": "an array",
    "model_type": "an object",
    "string_type": "a string",
}
_LIMITS = {
    "finite_number": "a finite number",
    "greater_than": "more than {gt:g}",
    "greater_than_equal": "at least {ge:g}",
    "less_than": "less than {lt:g}",
    "less_than_equal": "at most {le:g}",
}
"""Of values that have the right type."""


def describe(problem: ValidationError, value: JSON, root: Pointer) -> list[Diagnostic]:
    """Turn Pydantic's errors into one diagnostic for each place that is wrong."""
    found: dict[Pointer, list[ErrorDetails]] = {}
    for detail in problem.errors(include_url=False):
        place = _place(detail["loc"], value, root)
        if place is not None:
            found.setdefault(place, []).append(detail)
    around = {
        Pointer(at.file, at.steps[:length])
        for at in found
        for length in range(len(at.steps))
    }
    return [_diagnostic(at, found[at]) for at in found if at not in around]


def _place(loc: tuple[int | str, ...], value: JSON, root: Pointer) -> Pointer | None:
    """Follow an error's location, in which names of union members stand between."""
    at = root
    for step in loc:
        if isinstance(value, list) and isinstance(step, int):
            at, value = at / step, value[step]
        elif step in members(value):
            at, value = at / step, members(value)[str(step)]
        elif step == "Reference" and reference_of(value) is None:
            return None
    return at


def _diagnostic(at: Pointer, details: list[ErrorDetails]) -> Diagnostic:
    detail = details[0]
    if detail["type"] == "missing":
        return error(
            "field-missing",
            f"`{detail['loc'][-1]}` is required here and missing",
            at,
            hint=f"add `{detail['loc'][-1]}`",
        )
    subject = f"`{at.last}`" if at.steps else "the document"
    expected = [_EXPECTED[d["type"]] for d in details if d["type"] in _EXPECTED]
    actual, advice = _shown(detail["input"]), "correct the value"
    if detail["type"] in {"enum", "literal_error"}:
        allowed = detail.get("ctx", {}).get("expected", "")
        message = f"{subject} is {actual}; it must be {allowed}"
        near = get_close_matches(str(detail["input"]), _QUOTED.findall(allowed), n=1)
        advice = f"did you mean `{near[0]}`?" if near else advice
    elif expected:
        must = " or ".join(dict.fromkeys(expected))
        message = f"{subject} is {actual}; it must be {must}"
    elif detail["type"] in _LIMITS:
        must = _LIMITS[detail["type"]].format_map(detail.get("ctx", {}))
        message = f"{subject} is {actual}; it must be {must}"
    else:
        said = detail["msg"].removeprefix("Value error, ")
        message = f"{subject} is {actual}: {said}"
    return error("document-invalid", message, at, hint=advice)


def _shown(value: JSON) -> str:
    kind = kind_of(value)
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        text = repr(value)
        short = text if len(text) < _LONGEST else f"{text[: _LONGEST - 4]}…"
        return f"{kind} ({short})"
    return kind
