"""The references of a description, and the files that they lead to."""

from .closure import Closure, File
from .grammar import Kind, Shape
from .library import Library
from .link import Link

__all__ = ["Closure", "File", "Kind", "Library", "Link", "Shape"]
