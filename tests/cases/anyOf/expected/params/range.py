"""Range."""

from typing import NotRequired, TypedDict

RangeParam = TypedDict(
    "RangeParam",
    {
        "from": NotRequired[int],
        "to": NotRequired[int],
    },
)
"""Range."""
