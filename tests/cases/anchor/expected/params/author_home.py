"""Author home."""

from typing import NotRequired, TypedDict


class AuthorHomeParam(TypedDict):
    """Author home."""

    city: NotRequired[str]
