"""One, or several."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.other_json import OrOtherJson
from .owner import Owner

Owners: TypeAlias = Owner | Annotated[list[Owner], OrOtherJson]
"""One, or several."""
