"""What `client.catalogs.create` accepts."""

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from ..models.rest import Rest
from .rest import RestParam


class CatalogCreateParams(TypedDict):
    """What `client.catalogs.create` accepts."""

    labels: Mapping[str, str]
    """Names match `^[a-z]+$`."""

    halves: NotRequired[Mapping[str, int] | None]
    """Names are `left` or `right`."""

    others: NotRequired[Mapping[str, Any] | None]
    """Names fit `{"maxLength": 9, "minLength": 2}`."""

    pair: NotRequired[Mapping[str, Any] | None]
    """Exactly 2 properties."""

    rest: NotRequired[Rest | RestParam | None]

    sections: NotRequired[Mapping[str, int] | None]
    """Names are `front` or `back`."""

    sizes: NotRequired[Mapping[str, int] | None]
    """From 1 to 3 properties."""

    texts: NotRequired[Mapping[str, int] | None]
