"""What `client.metrics.create` accepts."""

import datetime
from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from ..models.closed import Closed
from ..models.limits import Limits
from ..models.secrets import Secrets
from .closed import ClosedParam
from .limits import LimitsParam
from .secrets import SecretsParam


class MetricCreateParams(TypedDict):
    """What `client.metrics.create` accepts."""

    name: str

    counts: Mapping[str, int]

    free: NotRequired[Mapping[str, Any] | None]

    limits: NotRequired[Limits | LimitsParam | None]

    nested: NotRequired[Mapping[str, Mapping[str, datetime.date | str]] | None]

    none: NotRequired[Mapping[str, Any] | None]

    plain: NotRequired[Mapping[str, Any] | None]

    secrets: NotRequired[Secrets | SecretsParam | None]

    strict: NotRequired[Closed | ClosedParam | None]
