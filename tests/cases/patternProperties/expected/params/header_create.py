"""What `client.headers.create` accepts."""

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from ..models.headers import HeadersLinkF, HeadersLinkU, HeadersMixed
from .headers import HeadersLinkFParam, HeadersLinkUParam, HeadersMixedParam


class HeaderCreateParams(TypedDict):
    """What `client.headers.create` accepts."""

    fields: Mapping[str, str]

    links: NotRequired[
        Mapping[
            str, HeadersLinkF | HeadersLinkFParam | HeadersLinkU | HeadersLinkUParam
        ]
        | None
    ]

    mixed: NotRequired[HeadersMixed | HeadersMixedParam | None]

    odd: NotRequired[Mapping[str, int] | None]

    open: NotRequired[Mapping[str, Any] | None]

    sizes: NotRequired[Mapping[str, float | int | bool] | None]
