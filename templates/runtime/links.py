"""The `Link` header: what a server says of the neighbours of an answer.

https://www.rfc-editor.org/rfc/rfc8288#section-3
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TARGET = re.compile(r"[\s,]*<([^>]*)>")
_PARAMETER = re.compile(
    r"\s*;\s*"
    r"(?:([^\s=;,]+)"  # its name
    r'(?:\s*=\s*(?:"((?:\\.|[^"\\])*)"?'  # a quoted value, perhaps left open
    r"|([^;,]*)))?)?"  # or a bare one
)
_ESCAPED = re.compile(r"\\(.)")


class Link(NamedTuple):
    """A target, and what is said of it."""

    target: str
    params: Mapping[str, str]
    """By their names in small letters; of several with one name, the first."""

    def leads(self, relation: str) -> bool:
        """Tell whether this is the neighbour in a relation to the answer itself.

        A link with an anchor speaks of another resource.
        """
        relations = self.params.get("rel", "").lower().replace("'", "").split()
        return relation in relations and "anchor" not in self.params


def parse_links(header: str) -> list[Link]:
    """Read a `Link` header; what is no link in it is left out."""
    return list(_links(header))


def find_link(header: str, relation: str) -> str | None:
    """Return the target of the first link in a relation, as it was written."""
    found = (link.target for link in _links(header) if link.leads(relation))
    return next(found, None)


def _links(header: str) -> Iterator[Link]:
    place = 0
    while place < len(header):
        if found := _TARGET.match(header, place):
            params, place = _parameters(header, found.end())
            yield Link(found[1], params)
        else:
            comma = header.find(",", place)
            place = len(header) if comma < 0 else comma + 1


def _parameters(header: str, place: int) -> tuple[dict[str, str], int]:
    params: dict[str, str] = {}
    while found := _PARAMETER.match(header, place):
        name, quoted, bare = found.groups()
        value = (bare or "").strip() if quoted is None else _ESCAPED.sub(r"\1", quoted)
        if name:
            params.setdefault(name.lower(), value)
        place = found.end()
    return params, place
