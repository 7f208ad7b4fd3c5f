"""Name what a description has and no stage handles yet, so that nothing is silent."""

from __future__ import annotations

from clientsmith.diagnostics import hint

from .context import Context

_DIALECTS = (
    "https://json-schema.org/draft/2020-12/",
    "https://spec.openapis.org/oas/",
)


def report_unsupported(context: Context) -> None:
    """Report a dialect of schemas that is not read."""
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
