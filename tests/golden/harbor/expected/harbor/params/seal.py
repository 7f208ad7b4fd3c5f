"""Seal."""

from typing import NotRequired, TypedDict


class SealParam(TypedDict):
    """Seal."""

    broken: NotRequired[bool]
