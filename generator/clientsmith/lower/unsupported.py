"""Name what a description has and no stage handles yet, so that nothing is silent."""

from __future__ import annotations

from clientsmith.diagnostics import hint, warning
from clientsmith.pointer import Pointer

from .context import Context
from .operations import find_operations

_DIALECTS = (
    "https://json-schema.org/draft/2020-12/",
    "https://spec.openapis.org/oas/",
)


def report_unsupported(context: Context) -> None:
    """Report webhooks, callbacks and a dialect of schemas that is not read."""
    openapi = context.description.openapi
    root = context.description.root
    for name in openapi.webhooks or {}:
        _report(context, "webhook-unsupported", root / "webhooks" / name)
    found = {at: operation for _, _, _, (operation, at) in find_operations(context)}
    for at, operation in found.items():
        for name in operation.callbacks or {}:
            _report(context, "callback-unsupported", at / "callbacks" / name)
    _dialect(context)


def _dialect(context: Context) -> None:
    dialect = context.description.openapi.jsonSchemaDialect
    if dialect is not None and not dialect.startswith(_DIALECTS):
        context.problems.append(
            hint(
                "dialect-unread",
                f"schemas are read as JSON Schema 2020-12, not as {dialect}",
                context.description.root / "jsonSchemaDialect",
                hint="where the dialects differ, change the schemas",
            ),
        )


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
