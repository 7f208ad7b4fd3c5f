"""Name what a description has and no stage handles yet, so that nothing is silent."""

from __future__ import annotations

from typing import cast

from openapi_pydantic.v3.v3_1 import Operation, PathItem

from clientsmith.diagnostics import warning
from clientsmith.pointer import Pointer
from clientsmith.resolve import METHODS

from .context import Context
from .operations import find_path_items


def report_unsupported(context: Context) -> None:
    """Report webhooks, callbacks and the methods that 3.2 added."""
    openapi = context.description.openapi
    root = context.description.root
    for name in openapi.webhooks or {}:
        _report(context, "webhook", root / "webhooks" / name)
    for at, item in {at: item for _, item, at in find_path_items(context)}.items():
        _path(context, item, at)


def _path(context: Context, item: PathItem, at: Pointer) -> None:
    extras = item.model_extra or {}
    if "query" in extras:
        _report(context, "operation-query", at / "query")
    for method in cast("dict[str, object]", extras.get("additionalOperations") or {}):
        place = at / "additionalOperations" / method
        _report(context, "operation-additional", place)
    for method in METHODS:
        operation: Operation | None = getattr(item, method)
        for name in (operation.callbacks if operation else None) or {}:
            _report(context, "callback", at / method / "callbacks" / name)


def _report(context: Context, code: str, at: Pointer) -> None:
    context.opaque.add(at)
    what = code.replace("-", " ")
    context.problems.append(
        warning(
            f"{code}-unsupported",
            f"{what} `{at.last}` is not supported yet and is left out",
            at,
            hint="nothing is generated for it",
        ),
    )
