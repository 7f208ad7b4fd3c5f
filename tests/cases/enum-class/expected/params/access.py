"""Access."""

from typing import Literal, TypeAlias

from ..models.access import Access

AccessParam: TypeAlias = Access | Literal["public", "staff"]
