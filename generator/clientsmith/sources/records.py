"""What the lock remembers of each file that was pulled.

`sources` in `clientsmith.lock` has the digest of each file as it was written, and for
each address what its server called the state of what it gave.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypeAlias

from msgspec import Struct, ValidationError, convert, to_builtins
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error
from clientsmith.load.version import Version
from clientsmith.lock import Lock
from clientsmith.sides import sides


class Page(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """An address, and what its server called the state of what it gave."""

    url: str
    etag: str = ""
    last_modified: str = ""

    @property
    def version(self) -> Version:
        """The state of the page."""
        return Version(self.etag, self.last_modified)


class Record(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The digest of a file as it was written, and the pages that it was made from."""

    sha256: str
    pages: tuple[Page, ...] = ()

    def is_of(self, text: bytes) -> bool:
        """Tell whether a text is what was pulled."""
        return digest_of(text) == self.sha256


Records: TypeAlias = Mapping[str, Record]


def read_records(lock: Outcome[Lock]) -> Outcome[Records]:
    """Read what a lock has on files that were pulled."""
    if lock.value is None:
        return Outcome(None, lock.diagnostics)
    try:
        records = convert(lock.value.unknown.get("sources", {}), dict[str, Record])
    except ValidationError as wrong:
        return Outcome(None, (_malformed(wrong),))
    return Outcome(records)


def with_records(lock: Lock, records: Records) -> Lock:
    """Return a lock that has other records."""
    values: dict[str, Any] = to_builtins(dict(records))
    return replace(lock, unknown={**lock.unknown, "sources": values})


def digest_of(text: bytes) -> str:
    """Return the digest of a text, however version control ends its lines."""
    return sha256(text.replace(b"\r\n", b"\n")).hexdigest()


def edited(text: bytes, record: Record) -> bool:
    """Tell whether a text is what was pulled, and then edited by hand.

    What a merge has left between markers was pulled on both sides, and is of no use.
    """
    return not record.is_of(text) and sides(text.decode("utf-8", "replace")) is None


def _malformed(wrong: ValidationError) -> Diagnostic:
    return error(
        "lock-value",
        f"`sources` in clientsmith.lock cannot be read: {wrong}",
        hint="take it from version control, or remove `sources` and pull again",
        exit=Exit.NETWORK,
    )
