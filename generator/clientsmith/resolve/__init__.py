"""From a document to a description: valid, in the dialect of 3.1, typed."""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import OpenAPI
from pydantic import ValidationError

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error
from clientsmith.load import JSON, Document
from clientsmith.pointer import Pointer

from .description import Description
from .given import given_names, is_operation
from .reference_kinds import check_kinds
from .references import check_references, find_references
from .upgrade import upgrade
from .validation import describe
from .values import METHODS, items, lookup, members, reference_of

__all__ = [
    "METHODS",
    "Description",
    "find_references",
    "given_names",
    "is_operation",
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
    root = Pointer(document.file)
    version, problem = _version(document.value, root)
    if problem:
        return Outcome(None, (problem,))
    value = upgrade(document.value, version)
    broken = check_references(value, root) or check_kinds(value, root)
    try:
        openapi = OpenAPI.model_validate({**members(value), "openapi": _TYPED_AS})
    except ValidationError as invalid:
        broken += describe(invalid, value, root)
        return Outcome(None, tuple(broken))
    if broken:
        return Outcome(None, tuple(broken))
    return Outcome(Description(openapi, version, value, document.file))


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
