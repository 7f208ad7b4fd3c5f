"""The first stage: bytes become a document of plain values that knows its places.

https://spec.openapis.org/oas/v3.1.1.html#format
"""

from .document import Document, load
from .reading import JSON
from .source import Source, Sources, read_source

__all__ = ["JSON", "Document", "Source", "Sources", "load", "read_source"]
