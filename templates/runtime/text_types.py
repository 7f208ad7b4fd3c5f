"""The types of values that are text in JSON.

Whoever imports them from here has such values read as `texts` says.
"""

from __future__ import annotations

import builtins
import datetime
from decimal import Decimal
from uuid import UUID

from .leaves import LEAVES
from .texts import READERS

__all__ = ["UUID", "Decimal", "bytes", "datetime"]

bytes = builtins.bytes
LEAVES.update(READERS)
