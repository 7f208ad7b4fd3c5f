"""What `client.pages.create` accepts."""

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict


class PageCreateParams(TypedDict):
    """What `client.pages.create` accepts."""

    items: Sequence[Any]

    next: NotRequired[str | None]
