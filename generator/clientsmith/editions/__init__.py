"""The two packages that are compared: where each comes from, and what callers see."""

from .asked import Pair, pairs_asked
from .compiled import Edition, compile_pair

__all__ = ["Edition", "Pair", "compile_pair", "pairs_asked"]
