"""One, or several."""

from collections.abc import Sequence
from typing import TypeAlias

from ..models.owner import Owner
from .owner import OwnerParam

OwnersParam: TypeAlias = Owner | OwnerParam | Sequence[Owner | OwnerParam]
"""One, or several."""
