"""Bytes become text: UTF-8, with or without a byte order mark.

https://www.rfc-editor.org/rfc/rfc8259#section-8.1
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clientsmith.diagnostics import Diagnostic, Outcome, Position

from .passage import Passage
from .problems import problem

if TYPE_CHECKING:
    from .source import Source

_OTHER_ENCODINGS: Final = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_BINARY_FORMATS: Final = {
    b"\x1f\x8b": "a gzip archive",
    b"PK\x03\x04": "a zip archive",
    b"%PDF": "a PDF document",
}


def decode(source: Source) -> Outcome[Passage]:
    """Decode a source, or say why it is not text."""
    diagnostic = _foreign(source)
    if diagnostic is None:
        try:
            return Outcome(Passage(source.name, source.text.decode("utf-8-sig")))
        except UnicodeDecodeError as fault:
            diagnostic = _not_utf8(source.name, fault)
    return Outcome(None, (diagnostic,))


def _foreign(source: Source) -> Diagnostic | None:
    start = Position(source.name, 1, 1)
    for mark, encoding in _OTHER_ENCODINGS.items():
        if source.text.startswith(mark):
            return problem("document-encoding", start, reason=f"it is {encoding}")
    for mark, kind in _BINARY_FORMATS.items():
        if source.text.startswith(mark):
            return problem("document-binary", start, kind=kind)
    null = source.text.find(b"\0")
    if null >= 0:
        before = source.text[:null].decode(errors="replace")
        at = Passage(source.name, before).position(len(before))
        return problem("document-binary", at, kind="binary data")
    return None


def _not_utf8(name: str, fault: UnicodeDecodeError) -> Diagnostic:
    # The codec reports offsets behind the byte order mark that it removed.
    before = fault.object[: fault.start].decode()
    byte = fault.object[fault.start]
    return problem(
        "document-encoding",
        Passage(name, before).position(len(before)),
        reason=f"the byte 0x{byte:02x} cannot stand here",
    )
