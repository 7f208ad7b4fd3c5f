"""What the name of a media type says: whether it is JSON, text or neither.

https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1
"""

from __future__ import annotations

_TEXTS = (
    "/csv",
    "/ecmascript",
    "/graphql",
    "/javascript",
    "/sql",
    "/toml",
    "/x-yaml",
    "/xml",
    "/yaml",
    "+xml",
    "+yaml",
)
"""Ends of what is text without being called `text/`."""
_BINARIES = (
    "application/gzip",
    "application/msgpack",
    "application/octet-stream",
    "application/pdf",
    "application/protobuf",
    "application/vnd.apache.",
    "application/vnd.docker.",
    "application/vnd.ms-",
    "application/vnd.openxmlformats-",
    "application/x-7z",
    "application/x-bzip",
    "application/x-gzip",
    "application/x-protobuf",
    "application/x-tar",
    "application/zip",
    "application/zstd",
    "audio/",
    "font/",
    "image/",
    "model/",
    "multipart/",
    "video/",
)
"""Beginnings of what is no text, whatever a schema says."""


def essence_of(content_type: str) -> str:
    """Return a media type in lower case and without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def is_json(content_type: str) -> bool:
    """Tell whether a media type is JSON, by name or by `+json` suffix (RFC 6839)."""
    return essence_of(content_type).endswith(("/json", "+json"))


def is_text(content_type: str) -> bool:
    """Tell whether a media type is text that a person could read, and no form."""
    name = essence_of(content_type)
    return name.startswith("text/") or name.endswith(_TEXTS)


def is_binary(content_type: str) -> bool:
    """Tell whether a media type is bytes that nobody could read."""
    name = essence_of(content_type)
    return name.startswith(_BINARIES) and not is_json(name) and not is_text(name)
