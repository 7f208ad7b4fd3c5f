"""Somebody who writes."""

from typing import NotRequired, TypedDict


class AuthorParam(TypedDict):
    """Somebody who writes."""

    name: NotRequired[str]
