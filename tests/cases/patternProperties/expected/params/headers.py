"""Parts of `Headers`."""

from typing import NotRequired, TypedDict


class HeadersLinkFParam(TypedDict):
    """Headers link f."""

    file: NotRequired[str]


class HeadersLinkUParam(TypedDict):
    """Headers link u."""

    url: NotRequired[str]


class HeadersMixedParam(TypedDict):
    """Headers mixed."""

    host: str
