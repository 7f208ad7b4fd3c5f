"""The references of a description, and the files that they lead to."""

from .closure import Closure, collect
from .grammar import Kind, Shape, item_kind, kind_at, member_kind
from .library import Library
from .referral import Referral
from .walk import find_references, is_uri

__all__ = [
    "Closure",
    "Kind",
    "Library",
    "Referral",
    "Shape",
    "collect",
    "find_references",
    "is_uri",
    "item_kind",
    "kind_at",
    "member_kind",
]
