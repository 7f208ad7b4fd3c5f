"""Flag."""

from typing import TypeAlias

FlagParam: TypeAlias = str
