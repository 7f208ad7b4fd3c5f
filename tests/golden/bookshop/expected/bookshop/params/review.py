"""Review."""

from typing import Literal, TypeAlias, TypedDict

from .._runtime.models import Unknown
from ..models.review import CustomerReview, PressReview


class CustomerReviewParam(TypedDict):
    """Customer review."""

    by: Literal["customer"]

    stars: int
    """From 1 to 5."""


class PressReviewParam(TypedDict):
    """Press review."""

    by: Literal["press"]

    paper: str

    text: str


ReviewParam: TypeAlias = (
    CustomerReview | CustomerReviewParam | PressReview | PressReviewParam | Unknown
)
