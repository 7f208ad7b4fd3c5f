"""What `client.accounts.create` accepts."""

from typing import NotRequired, TypedDict


class AccountCreateParams(TypedDict):
    """What `client.accounts.create` accepts."""

    name: str

    password: str

    recovery: NotRequired[str | None]
