"""State."""

from typing import Literal, TypeAlias

StateParam: TypeAlias = Literal["queued", "running", "done", "failed"]
