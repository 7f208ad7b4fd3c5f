"""How far it goes."""

from typing import TypeAlias

StepParam: TypeAlias = int
"""How far it goes. A multiple of 10."""
