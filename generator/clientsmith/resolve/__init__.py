"""From a document to a description: valid, in the dialect of 3.1, typed."""

from __future__ import annotations

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error
from clientsmith.load import JSON, Document
from clientsmith.pointer import Pointer

from .description import Description
from .mistakes import find_mistakes
from .objects import kind_of_place
from .recovery import Status, recover
from .references import find_references
from .upgrade import upgrade
from .values import METHODS, items, lookup, members, reference_of

__all__ = [
    "METHODS",
    "Description",
    "Status",
    "find_references",
    "items",
    "kind_of_place",
    "lookup",
    "members",
    "reference_of",
    "resolve",
]


def resolve(document: Document) -> Outcome[Description]:
    """Check a document against the OpenAPI Specification and give it types."""
    root = Pointer(document.file)
    version, problem = _version(document.value, root)
    if problem:
        return Outcome(None, (problem,))
    made = recover(upgrade(document.value, version), root)
    if made.openapi is None:
        return Outcome(None, made.problems)
    description = Description(
        made.openapi,
        version,
        made.value,
        document.file,
        made.stand_ins,
    )
    mistakes = find_mistakes(made.value, made.starts)
    return Outcome(description, (*made.problems, *mistakes))


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
