"""The files of a description as plain values, in which a pointer leads to one.

The root document is the file without a name, as in `Description.values`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve import lookup, reference_of

Files: TypeAlias = Mapping[str, Any]


def value_at(files: Files, at: Pointer) -> Any:
    """Return what a pointer leads to.

    Raises:
        LookupError: It leads nowhere.
    """
    return lookup(files[at.file], at)


def followed(files: Files, at: Pointer) -> Pointer:
    """Return where references lead from a place, in the end.

    Raises:
        LookupError: One leads nowhere.
    """
    while (reference := reference_of(value_at(files, at))) is not None:
        at = parse_reference(reference)
    return at
