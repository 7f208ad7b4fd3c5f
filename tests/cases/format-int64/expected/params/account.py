"""Account id."""

from typing import NotRequired, TypedDict


class AccountIdParam(TypedDict):
    """Account id."""

    key: NotRequired[str]
