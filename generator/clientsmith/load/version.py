"""What a server calls the state of a file.

https://www.rfc-editor.org/rfc/rfc9110#section-8.8
"""

from __future__ import annotations

from msgspec import Struct


class Version(Struct, frozen=True):
    """The validators of an answer, which ask for it again only if it has changed."""

    etag: str = ""
    last_modified: str = ""
