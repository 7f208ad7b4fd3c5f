"""What a description refers to that was itself read from an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from clientsmith.diagnostics import Outcome

    from .remote import Remote
    from .source import Source


class Web(Struct, frozen=True):
    """The origin of a description, as a library of files; this machine has none."""

    document: str
    remote: Remote

    def name(self, uri: str) -> str:
        """Name a file by its address."""
        address = uri.partition("#")[0]
        return "" if address == self.document.partition("#")[0] else address

    def open(self, uri: str, reference: str) -> Outcome[Source]:
        """Read a file of an origin that is allowed."""
        return self.remote.open(uri, reference)
