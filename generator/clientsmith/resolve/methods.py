"""The operations of a Path Item Object: under fixed fields, and under any method.

https://spec.openapis.org/oas/v3.2.0.html#path-item-object
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from openapi_pydantic.v3.v3_1 import Operation
from pydantic import ValidationError

from clientsmith.diagnostics import Diagnostic, error
from clientsmith.load import JSON
from clientsmith.load.kinds import kind_of
from clientsmith.pointer import Pointer

from .validation import describe
from .values import METHODS, members

_FIXED = (*METHODS, "query")
ADDED = "additionalOperations"
"""The field of a path that has operations of any other method."""
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""What a method may be: RFC 9110, section 9.1."""


def operations_of(item: JSON, at: Pointer) -> Iterator[tuple[str, Pointer]]:
    """Yield the methods of a path, spelled as they are sent, and where they stand."""
    fields = members(item)
    for method in _FIXED:
        if fields.get(method) is not None:
            yield method.upper(), at / method
    for method in sorted(members(fields.get(ADDED))):
        yield method, at / ADDED / method


def is_method(at: Pointer, item: Pointer) -> bool:
    """Tell whether an operation of a path belongs to a place."""
    fixed = at.parent == item and at.last in _FIXED
    return fixed or at.parent == item / ADDED


def check_methods(value: JSON, root: Pointer) -> list[Diagnostic]:
    """Report what is wrong with paths and methods and the typed view does not see."""
    return [
        problem
        for item, at in _path_items(value, root)
        for problem in (*_astray(at), *check_path_item(item, at))
    ]


def check_path_item(value: JSON, at: Pointer) -> Iterator[Diagnostic]:
    """Report what is wrong with the methods of one path."""
    item = members(value)
    yield from _misplaced(item, at)
    yield from _invalid(item, at)


def _path_items(
    value: JSON,
    root: Pointer,
) -> Iterator[tuple[JSON, Pointer]]:
    document = members(value)
    components = members(document.get("components"))
    for holder, at in (
        (document.get("paths"), root / "paths"),
        (document.get("webhooks"), root / "webhooks"),
        (components.get("pathItems"), root / "components" / "pathItems"),
    ):
        for name, item in members(holder).items():
            yield item, at / name


def _astray(at: Pointer) -> Iterator[Diagnostic]:
    if at.parent.steps == ("paths",) and not at.last.startswith(("/", "x-")):
        yield error(
            "path-invalid",
            f"`{at.last}` is no path; it must start with `/`",
            at,
            hint=f"write `/{at.last}`",
        )


def _misplaced(item: dict[str, JSON], at: Pointer) -> Iterator[Diagnostic]:
    added = item.get(ADDED, {})
    if not isinstance(added, dict):
        message = f"`{ADDED}` is {kind_of(added)}; it must be an object"
        yield error("document-invalid", message, at / ADDED)
    for method in members(added):
        if method.lower() in _FIXED and method.isupper():
            yield error(
                "document-invalid",
                f"`{method}` has a field of its own and may not stand here",
                at / ADDED / method,
                hint=f"move it to `{method.lower()}` of the path",
            )
        elif not _TOKEN.fullmatch(method):
            message = f"`{method}` is no method that HTTP could send"
            yield error("document-invalid", message, at / ADDED / method)


def _invalid(item: dict[str, JSON], at: Pointer) -> Iterator[Diagnostic]:
    for method in _FIXED:
        if method in item and item[method] is None:
            message = f"`{method}` is null; it must be an object"
            yield error("document-invalid", message, at / method)
    operations = [(item["query"], at / "query")] if item.get("query") else []
    operations += [
        (operation, at / ADDED / method)
        for method, operation in members(item.get(ADDED)).items()
    ]
    for operation, place in operations:
        try:
            Operation.model_validate(operation)
        except ValidationError as problem:
            yield from describe(problem, operation, place)
