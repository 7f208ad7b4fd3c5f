"""Review."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.asserts import Asserts
from .._runtime.models import Model, Unknown
from .._runtime.tags import Tag, by_tag


class CustomerReview(Model):
    """Customer review."""

    by: Literal["customer"] = "customer"

    stars: Annotated[int, Asserts(minimum=1, maximum=5)]
    """From 1 to 5."""


class PressReview(Model):
    """Press review."""

    by: Literal["press"] = "press"

    paper: str

    text: str


Review: TypeAlias = Annotated[
    Annotated[CustomerReview, Tag("customer")]
    | Annotated[PressReview, Tag("press")]
    | Annotated[Unknown, Tag("")],
    by_tag("by"),
]
