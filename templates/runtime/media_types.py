"""What a server calls its content, beside what a description calls it.

https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

JSON = "application/json"
_PARAMETER = re.compile(r';\s*([^=;\s"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))')
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
_UNSAID = frozenset({"charset", "q"})
"""Parameters that do not make another media type."""


class MediaType(NamedTuple):
    """A media type or a range of them, in lower case, with its parameters."""

    essence: str
    parameters: Mapping[str, str]

    def matches(self, other: MediaType) -> bool:
        """Say whether another media type is this one, or in this range."""
        kind, _, subtype = self.essence.partition("/")
        found, _, _ = other.essence.partition("/")
        return self.parameters.items() <= other.parameters.items() and (
            self.essence == other.essence
            or (subtype == "*" and kind in {"*", found} and bool(found))
        )

    @property
    def precision(self) -> tuple[bool, bool, int]:
        """How much this says: a name says more than a range."""
        kind, _, subtype = self.essence.partition("/")
        return kind != "*", subtype != "*", len(self.parameters)


def parse(text: str) -> MediaType:
    """Read a media type or a range; `charset` and `q` do not tell it from others."""
    parameters = {
        name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(text)
    }
    told = {name: value for name, value in parameters.items() if name not in _UNSAID}
    return MediaType(essence(text), told)


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


def choose(described: Iterable[str], content_type: str) -> str | None:
    """Choose what describes a media type most precisely, if anything does."""
    found = parse(content_type)
    fitting = [one for one in described if parse(one).matches(found)]
    return max(fitting, key=lambda one: parse(one).precision, default=None)


def is_asked_for(accept: str, content_type: str) -> bool:
    """Say whether a request has asked for a media type."""
    return choose(accept.split(","), content_type) is not None


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
    parameters = _PARAMETER.findall(content_type)
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
