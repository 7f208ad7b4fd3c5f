"""The first stage: bytes become a document of plain values that knows its places.

https://spec.openapis.org/oas/v3.1.1.html#format
"""

from .document import Document, load
from .folder import Folder
from .reading import JSON
from .references import (
    Kind,
    Library,
    Referral,
    Shape,
    find_references,
    item_kind,
    kind_at,
    member_kind,
)
from .remote import Remote
from .shaping import ABSENT, Choice, Patch, Shaping
from .source import Source, Sources, read_source
from .web import Web

__all__ = [
    "ABSENT",
    "JSON",
    "Choice",
    "Document",
    "Folder",
    "Kind",
    "Library",
    "Patch",
    "Referral",
    "Remote",
    "Shape",
    "Shaping",
    "Source",
    "Sources",
    "Web",
    "find_references",
    "item_kind",
    "kind_at",
    "load",
    "member_kind",
    "read_source",
]
