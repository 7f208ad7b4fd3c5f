"""The two packages that are compared: where each comes from, and what callers see."""

from .asked import Alone, Asked, Pair
from .asking import pairs_asked
from .comparing import editions_of
from .contents import with_contents
from .repository import repository_of

__all__ = [
    "Alone",
    "Asked",
    "Pair",
    "editions_of",
    "pairs_asked",
    "repository_of",
    "with_contents",
]
