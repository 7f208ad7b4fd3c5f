"""Headers links f value."""

from typing import NotRequired, TypedDict


class HeadersLinksFValueParam(TypedDict):
    """Headers links f value."""

    file: NotRequired[str]


class HeadersLinksUValueParam(TypedDict):
    """Headers links u value."""

    url: NotRequired[str]


class HeadersMixedParam(TypedDict):
    """Headers mixed."""

    host: str
