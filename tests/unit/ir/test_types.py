"""Types are small values in a closed union."""

from __future__ import annotations

import pytest

from clientsmith.ir import (
    Array,
    ByShape,
    Map,
    Never,
    Nullable,
    Primitive,
    Reference,
    Tuple,
    Union,
    Variant,
    children,
    references,
)
from clientsmith.pointer import Pointer

PET, DOG = Pointer("", ("Pet",)), Pointer("", ("Dog",))
NESTED = Map(
    Tuple(
        (
            Array(Nullable(Reference(PET))),
            Union((Variant(Reference(DOG)), Variant(Primitive("string"))), ByShape()),
        ),
        rest=Never(),
        least=2,
    ),
)


def test_references_are_found_wherever_they_stand() -> None:
    """In order."""
    assert [PET, DOG] == references(NESTED)


def test_a_leaf_has_no_children() -> None:
    """What is made of nothing ends the walk."""
    assert () == children(Primitive("string"))


def test_types_are_frozen() -> None:
    """A stage makes new values and leaves the old ones."""
    with pytest.raises(AttributeError, match="immutable"):
        NESTED.values = Primitive("null")  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue] - the mistake is the point
