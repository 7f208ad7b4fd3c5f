"""What `client.items.create` accepts."""

from typing import NotRequired, TypedDict

from .._runtime.binary import Content


class ItemCreateParams(TypedDict):
    """What `client.items.create` accepts for a body of `application/json` or
    `application/x-www-form-urlencoded`.
    """

    id: int

    name: NotRequired[str | None]


class ItemCreateBodyParams(TypedDict):
    """What `client.items.create` accepts for a body of `application/xml` or `text/csv`
    or `application/zip`.
    """

    body: str | Content
    """What to send."""
