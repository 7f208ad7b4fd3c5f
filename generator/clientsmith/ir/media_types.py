"""What the name of a media type says: its essence, and whether it is JSON or text.

https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1
"""

from __future__ import annotations


def essence_of(content_type: str) -> str:
    """Return a media type in lower case and without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def is_json(content_type: str) -> bool:
    """Tell whether a media type is JSON, by name or by `+json` suffix (RFC 6839)."""
    return essence_of(content_type).endswith(("/json", "+json"))


def is_text(content_type: str) -> bool:
    """Tell whether a media type is text that a person could read."""
    name = essence_of(content_type)
    return name.startswith("text/") or name.endswith(("/xml", "+xml"))
