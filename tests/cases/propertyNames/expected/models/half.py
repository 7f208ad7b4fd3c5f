"""Half."""

from __future__ import annotations

from typing import Literal, TypeAlias

Half: TypeAlias = Literal["left", "right"] | str
