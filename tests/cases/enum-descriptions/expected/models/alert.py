"""Alert."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model
from .level import Level

AlertChannel: TypeAlias = Literal["mail", "sms"] | str
"""- `"mail"`: Within a day.
- `"sms"`: At once.
"""


class Alert(Model):
    """Alert."""

    level: Level

    channel: AlertChannel | None = None
