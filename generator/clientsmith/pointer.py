"""Where a value stands in a document: JSON Pointer, RFC 6901.

https://www.rfc-editor.org/rfc/rfc6901
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote


@dataclass(frozen=True, slots=True, order=True)
class Pointer:
    """The way from the root of a document to one value in it.

    `file` names the document as the user named it; it is empty in references
    that stay inside their own document.
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

    def __str__(self) -> str:
        return "#" + "".join(f"/{_escape(step)}" for step in self.steps)


def _escape(step: str) -> str:
    return quote(step.replace("~", "~0").replace("/", "~1"), safe="~!$&'()*+,;=:@{}")


def parse_reference(reference: str) -> Pointer:
    """Read the URI of a `$ref`: `#/components/schemas/Pet` or `pets.yaml#/Pet`."""
    file, _, fragment = reference.partition("#")
    steps = fragment.split("/")[1:] if fragment.startswith("/") else []
    return Pointer(
        file,
        tuple(unquote(step).replace("~1", "/").replace("~0", "~") for step in steps),
    )
