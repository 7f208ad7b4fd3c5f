"""The two packages that are compared: where each comes from, and what callers see."""

from .asked import Asked, Pair, pairs_asked
from .compiled import Edition, compile_pair
from .repository import repository_of

__all__ = [
    "Asked",
    "Edition",
    "Pair",
    "compile_pair",
    "pairs_asked",
    "repository_of",
]
