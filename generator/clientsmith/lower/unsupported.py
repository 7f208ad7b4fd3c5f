"""Name what a description has and no stage handles yet, so that nothing is silent."""

from __future__ import annotations

from typing import cast

from openapi_pydantic.v3.v3_1 import Operation, PathItem

from clientsmith.diagnostics import warning
from clientsmith.pointer import Pointer
from clientsmith.resolve import METHODS

from .context import Context


def report_unsupported(context: Context) -> None:
    """Report webhooks, callbacks and the methods that 3.2 added."""
    openapi = context.description.openapi
    root = context.description.root
    for name in openapi.webhooks or {}:
        _report(context, "webhook-unsupported", root / "webhooks" / name)
    for path, item in sorted((openapi.paths or {}).items()):
        _path(context, item, root / "paths" / path)


def _path(context: Context, item: PathItem, at: Pointer) -> None:
    extras = item.model_extra or {}
    if "query" in extras:
        _report(context, "operation-query-unsupported", at / "query")
    for method in cast("dict[str, object]", extras.get("additionalOperations") or {}):
        place = at / "additionalOperations" / method
        _report(context, "operation-additional-unsupported", place)
    for method in METHODS:
        operation: Operation | None = getattr(item, method)
        for name in (operation.callbacks if operation else None) or {}:
            _report(context, "callback-unsupported", at / method / "callbacks" / name)


def _report(context: Context, code: str, at: Pointer) -> None:
    context.opaque.add(at)
    what = code.removesuffix("-unsupported").replace("-", " ")
    context.problems.append(
        warning(
            code,
            f"{what} `{at.last}` is not supported yet and is left out",
            at,
            hint="nothing is generated for it",
        ),
    )
