"""The value null; to those who read answers, None is no content at all."""

from __future__ import annotations

from typing import Annotated, TypeAlias

Null: TypeAlias = Annotated[None, "null"]
