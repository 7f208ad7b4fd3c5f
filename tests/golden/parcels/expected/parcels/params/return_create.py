"""What `client.returns.create` accepts."""

from typing import NotRequired, TypedDict


class ReturnCreateParams(TypedDict):
    """What `client.returns.create` accepts."""

    url: NotRequired[str | None]
