"""State."""

from __future__ import annotations

from typing import Literal, TypeAlias

State: TypeAlias = Literal["queued", "running", "done", "failed"] | str
