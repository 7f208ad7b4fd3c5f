"""What can be wrong with a reference before its target is looked at."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from clientsmith.diagnostics import Diagnostic, error, hint

if TYPE_CHECKING:
    from clientsmith.pointer import Pointer

    from .identifiers import Identifiers
    from .walk import Found


def alone(found: Found) -> Diagnostic:
    """Say that a text from nowhere has no neighbours."""
    return error(
        "reference-external",
        f"`$ref: {found.text}` leaves the document, which has no place of its own",
        found.at,
        hint="name the file of the description instead of standard input",
    )


def crossing(found: Found) -> Diagnostic:
    """Say that a file of the network may not have files of this machine."""
    return error(
        "reference-outside",
        f"`$ref: {found.text}` leads from the network to a file",
        found.at,
        hint="refer to a file of the same origin",
    )


def no_uri(found: Found) -> Diagnostic:
    """Say that a reference cannot be read."""
    return error(
        "reference-invalid",
        f"`$ref: {found.text}` is no URI reference",
        found.at,
        hint="see https://www.rfc-editor.org/rfc/rfc3986#section-4.1",
    )


def no_anchor(found: Found, identifiers: Identifiers) -> Diagnostic:
    """Say that no schema is called so, and which one might be meant."""
    names = sorted({name for _, name in identifiers.anchors})
    near = get_close_matches(found.text.rpartition("#")[2], names, n=1)
    remedy = f"did you mean `#{near[0]}`?" if near else "add it to the schema"
    return error(
        "reference-missing",
        f"`{found.at.last}: {found.text}` names an anchor that no schema has",
        found.at,
        hint=remedy,
    )


def other_base(found: Found, resource: Pointer) -> Diagnostic:
    """Say that a reference was not taken by the letter."""
    return hint(
        "reference-base",
        f"an `$id` makes `{found.text}` a part of {resource}, which has none; "
        "the one of the whole document is taken",
        found.at,
        hint="write the file or URI before the `#`, or remove the `$id`",
    )
