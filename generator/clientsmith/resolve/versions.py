"""Which version of which specification a document follows.

https://spec.openapis.org/oas/v3.1.1.html#versions-and-deprecation
"""

from __future__ import annotations

from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.load import JSON
from clientsmith.pointer import Pointer

from .values import members

SWAGGER = "2.0"


def version_of(value: JSON, root: Pointer) -> tuple[str, Diagnostic | None]:
    """Return the version that a document declares, and what is wrong with it."""
    fields = members(value)
    if "swagger" in fields:
        version = str(fields["swagger"])
        return version, None if version == SWAGGER else _unknown(
            "swagger", fields, root
        )
    if "openapi" not in fields:
        return "", error(
            "version-missing",
            "the document does not say which version of OpenAPI it follows",
            root,
            hint='add `"openapi": "3.1.1"` at the top',
        )
    declared = fields["openapi"]
    if isinstance(declared, str) and declared.startswith(("3.0", "3.1", "3.2")):
        return declared, None
    return "", _unknown("openapi", fields, root)


def _unknown(key: str, fields: dict[str, JSON], root: Pointer) -> Diagnostic:
    return error(
        "version-unsupported",
        f"`{key}` is {fields[key]!r}; OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 are "
        "supported",
        root / key,
        exit=Exit.UNSUPPORTED,
    )
