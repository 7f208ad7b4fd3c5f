"""What `client.accounts.create` accepts."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from ..models.account import AccountId
from .account import AccountIdParam


class AccountCreateParams(TypedDict):
    """What `client.accounts.create` accepts."""

    balance: str

    any: NotRequired[Sequence[str | int] | None]

    by_year: NotRequired[Mapping[str, str] | None]

    either: NotRequired[int | str | None]

    history: NotRequired[Sequence[str] | None]

    id: NotRequired[str | AccountId | AccountIdParam | None]

    limit: NotRequired[str | None]

    pin: NotRequired[int | None]
