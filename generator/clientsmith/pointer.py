"""Where a value stands in a document: JSON Pointer, RFC 6901.

https://www.rfc-editor.org/rfc/rfc6901
"""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from msgspec import Struct


class Pointer(Struct, frozen=True, order=True, cache_hash=True, gc=False):
    """The way from the root of a document to one value in it.

    `file` is empty for the root document of a description. Another file is named
    by its path from the folder of that document, or by its URL. There are half a
    million in a large description, and most are keys, so that each is hashed once.
    """

    file: str = ""
    steps: tuple[str, ...] = ()

    def __truediv__(self, step: str | int) -> Pointer:
        return Pointer(self.file, (*self.steps, str(step)))

    @property
    def parent(self) -> Pointer:
        """The value that holds this one; the root holds itself."""
        return Pointer(self.file, self.steps[:-1])

    @property
    def last(self) -> str:
        """The key or index that leads here; empty for the root."""
        return self.steps[-1] if self.steps else ""

    @property
    def name(self) -> str:
        """What the document calls this value: its key, or the name of its file."""
        return self.last or PurePosixPath(self.file).name.partition(".")[0]

    def below(self, other: Pointer) -> bool:
        """Tell whether this is `other`, or a part of it."""
        same = self.steps[: len(other.steps)] == other.steps
        return self.file == other.file and same

    def __str__(self) -> str:
        file = quote(self.file, safe=_UNESCAPED)
        return f"{file}#" + "".join(map(_spelled, self.steps))


_UNESCAPED = "~!$&'()*+,;=:@{}/?"
"""What stands for itself in the names of files; their steps escape two of it."""


@cache
def _spelled(step: str) -> str:
    escaped = step.replace("~", "~0").replace("/", "~1")
    return "/" + quote(escaped, safe=_UNESCAPED[:-2])


@cache
def parse_reference(reference: str) -> Pointer:
    """Read the URI of a `$ref`: `#/components/schemas/Pet` or `pets.yaml#/Pet`."""
    file, _, fragment = reference.partition("#")
    return Pointer(unquote(file), parse_fragment(fragment))


def parse_fragment(fragment: str) -> tuple[str, ...]:
    """Read the fragment of a URI as the steps of a JSON Pointer."""
    # Escaped as a whole it is decoded first; else a `%2F` is meant to be in a step.
    whole = fragment if fragment.startswith("/") else unquote(fragment)
    steps = whole.split("/")[1:] if whole.startswith("/") else []
    return tuple(unquote(step).replace("~1", "/").replace("~0", "~") for step in steps)
