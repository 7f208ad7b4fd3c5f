"""Account id key."""

from typing import NotRequired, TypedDict


class AccountIdKeyParam(TypedDict):
    """Account id key."""

    key: NotRequired[str]
