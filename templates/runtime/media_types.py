"""What a server calls its content, beside what a description calls it.

https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

JSON = "application/json"
PARAMETER = re.compile(r';\s*([^=;\s"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))')
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_TEXTS = (
    "/csv",
    "/ecmascript",
    "/graphql",
    "/javascript",
    "/sql",
    "/toml",
    "/x-www-form-urlencoded",
    "/x-yaml",
    "/xml",
    "/yaml",
    "+xml",
    "+yaml",
)
"""Ends of what is text without being called `text/`."""


class Choice(dict[str, Any]):
    """What content becomes by its media type: see `ByMediaType`."""

    def of(self, content_type: str) -> Any:
        """Choose for content of some media type."""
        raise NotImplementedError

    def is_answered(self, accept: str, content_type: str) -> bool:
        """Say whether a media type is one that a request has asked for."""
        raise NotImplementedError


def essence(text: str) -> str:
    """Return a media type in lower case and bare."""
    return text.partition(";")[0].strip().lower()


def media_type_of(headers: Mapping[str, str]) -> str:
    """Return the media type of a response, in lower case and bare."""
    return essence(headers.get("content-type", ""))


def is_json(media_type: str) -> bool:
    """Say whether a media type is JSON, RFC 6839 included."""
    return media_type.endswith(("/json", "+json"))


def is_text(media_type: str) -> bool:
    """Say whether a media type is text that a person could read."""
    return media_type.startswith("text/") or media_type.endswith(_TEXTS)


def text_of(content: bytes, content_type: str) -> str:
    """Read text in the encoding that it is said to have, else as UTF-8."""
    try:
        return content.decode(_encoding(content, content_type), errors="replace")
    except ValueError:  # a few encodings cannot replace what they do not know
        return content.decode(errors="replace")


def _encoding(content: bytes, content_type: str) -> str:
    """Find the encoding: outside of the text, at its start, or inside of XML.

    https://www.rfc-editor.org/rfc/rfc7303#section-3
    """
    parameters = PARAMETER.findall(content_type)
    names = [quoted or bare for name, quoted, bare in parameters if _is_charset(name)]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        names.insert(0, "utf-16")
    if essence(content_type).endswith("xml") and (own := _DECLARED.match(content)):
        names.append(own[1].decode())
    known = next(filter(_is_known, names), "utf-8")
    return "utf-8-sig" if codecs.lookup(known).name == "utf-8" else known


def _is_charset(name: str) -> bool:
    return name.lower() == "charset"


def _is_known(encoding: str) -> bool:
    """Tell whether Python has an encoding, and it is one of text."""
    try:
        "".encode(encoding)
    except (LookupError, ValueError):
        return False
    return True
