"""What `client.metrics.create` accepts."""

import datetime
from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from ..models.closed import Closed
from ..models.limits import Limits
from .closed import ClosedParam
from .limits import LimitsParam


class MetricCreateParams(TypedDict):
    """What `client.metrics.create` accepts."""

    name: str

    counts: Mapping[str, int]

    free: NotRequired[Mapping[str, Any] | None]

    limits: NotRequired[Limits | LimitsParam | None]

    nested: NotRequired[Mapping[str, Mapping[str, datetime.date | str]] | None]

    none: NotRequired[Mapping[str, Any] | None]

    plain: NotRequired[Mapping[str, Any] | None]

    strict: NotRequired[Closed | ClosedParam | None]
