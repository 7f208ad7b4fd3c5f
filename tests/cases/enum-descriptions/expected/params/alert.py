"""Alert channel."""

from typing import Literal, TypeAlias

AlertChannelParam: TypeAlias = Literal["mail", "sms"]
"""- `"mail"`: Within a day.
- `"sms"`: At once.
"""
