"""The types of values that are text in JSON.

Whoever imports them from here has such values read as `texts` says.
"""

from __future__ import annotations

import datetime  # noqa: ICN001 - as generated modules call it
from builtins import bytes  # noqa: A004, UP029 - text in some modules only
from decimal import Decimal
from uuid import UUID

from .leaves import LEAVES
from .texts import READERS

__all__ = ["UUID", "Decimal", "bytes", "datetime"]

LEAVES.update(READERS)
