"""The references of a description, and the files that they lead to."""

from .closure import Closure, collect
from .grammar import Kind, Shape
from .library import Library
from .referral import Referral

__all__ = ["Closure", "Kind", "Library", "Referral", "Shape", "collect"]
