"""The two packages that are compared: where each comes from, and what callers see."""

from .asked import Alone, Asked, Pair
from .asking import pairs_asked
from .compiled import Edition, compile_pair
from .repository import repository_of

__all__ = [
    "Alone",
    "Asked",
    "Edition",
    "Pair",
    "compile_pair",
    "pairs_asked",
    "repository_of",
]
