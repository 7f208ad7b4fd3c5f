"""What `client.totals.replace` accepts."""

from collections.abc import Sequence
from typing import TypedDict


class TotalReplaceParams(TypedDict):
    """What `client.totals.replace` accepts."""

    body: Sequence[str]
    """What to send."""
