"""Agreed."""

from typing import Literal, TypeAlias

AgreedParam: TypeAlias = Literal[True]
