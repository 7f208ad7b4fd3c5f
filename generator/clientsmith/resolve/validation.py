"""Say in a document's own terms what keeps it from being a valid description."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from clientsmith.diagnostics import Diagnostic, error
from clientsmith.pointer import Pointer

_KINDS = {
    bool: "a boolean",
    dict: "an object",
    float: "a number",
    int: "a number",
    list: "an array",
    str: "a string",
    type(None): "null",
}
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


def describe(problem: ValidationError, value: Any, root: Pointer) -> list[Diagnostic]:
    """Turn Pydantic's errors into one diagnostic for each place that is wrong."""
    found: dict[Pointer, list[ErrorDetails]] = {}
    for detail in problem.errors(include_url=False):
        place = _place(detail["loc"], value, root)
        if place is not None:
            found.setdefault(place, []).append(detail)
    deepest = [at for at in found if not any(_below(other, at) for other in found)]
    return [_diagnostic(at, found[at], value) for at in deepest]


def _place(loc: tuple[int | str, ...], value: Any, root: Pointer) -> Pointer | None:
    """Follow an error's location, in which names of union members stand between."""
    at = root
    for index, step in enumerate(loc):
        if isinstance(value, dict) and step in value:
            at, value = at / step, value[step]
        elif isinstance(value, list) and isinstance(step, int):
            at, value = at / step, value[step]
        elif step == "Reference" and isinstance(value, dict) and "$ref" not in value:
            return None
        elif index == len(loc) - 1 and isinstance(step, str) and step.islower():
            continue
    return at


def _below(pointer: Pointer, other: Pointer) -> bool:
    deeper = len(pointer.steps) > len(other.steps)
    return deeper and pointer.steps[: len(other.steps)] == other.steps


def _diagnostic(at: Pointer, details: list[ErrorDetails], value: Any) -> Diagnostic:
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
    actual = _shown(detail["input"])
    if detail["type"] in {"enum", "literal_error"}:
        allowed = detail.get("ctx", {}).get("expected", "")
        message = f"{subject} is {actual}; it must be {allowed}"
    elif expected:
        must = " or ".join(dict.fromkeys(expected))
        message = f"{subject} is {actual}; it must be {must}"
    else:
        message = f"{subject} is {actual}: {detail['msg']}"
    return error("document-invalid", message, at, hint="correct the value")


def _shown(value: Any) -> str:
    kind = _KINDS.get(type(value), "a value")
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        text = repr(value)
        return f"{kind} ({text if len(text) < 40 else text[:36] + '…'})"
    return kind
