"""How the pages of a list follow each other.

A pointer leads into the answer; a header is a name that stands beside it.
https://www.rfc-editor.org/rfc/rfc6901
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from .types import Type


class InBody(Struct, frozen=True):
    """A value in the content of an answer; the whole of it where there are no keys."""

    keys: tuple[str, ...] = ()


class InHeader(Struct, frozen=True):
    """A value in a header of an answer."""

    name: str


AnswerPlace: TypeAlias = InBody | InHeader


class Sent(Struct, frozen=True):
    """The parameter, or the property of the body, that says which page is wanted."""

    name: str
    location: Literal["query", "header", "body"] = "query"
    integer: bool = False
    """Whether digits are a number there."""


class Cursor(Struct, frozen=True):
    """An answer has the token of the next page."""

    sent: Sent
    next: AnswerPlace


class LastItem(Struct, frozen=True):
    """The last item of a page has the token of the next one."""

    sent: Sent
    key: InBody
    """Where in an item."""


class PageNumber(Struct, frozen=True):
    """Pages are counted."""

    sent: Sent
    first: int
    pages: AnswerPlace | None = None
    """How many pages there are."""
    total: AnswerPlace | None = None
    """How many items there are."""


class Offset(Struct, frozen=True):
    """Items are counted."""

    sent: Sent
    total: AnswerPlace | None = None
    """How many items there are."""


class NextUrl(Struct, frozen=True):
    """An answer has the address of the next page."""

    next: AnswerPlace


class LinkHeader(Struct, frozen=True):
    """The header `Link` has the address of the next page (RFC 8288)."""


PageStep: TypeAlias = Cursor | LastItem | PageNumber | Offset | NextUrl | LinkHeader


class Pagination(Struct, frozen=True, kw_only=True):
    """How a list is read page by page."""

    step: PageStep
    items: InBody
    """Where the items of a page are."""
    item: Type
    more: AnswerPlace | None = None
    """What says whether another page follows."""
    done: AnswerPlace | None = None
    """What says whether this is the last one."""
    known_by: str
    """The rule, the extension or the setting that says so."""
    asked: bool = False
    """Whether somebody has said so, in the document or in the configuration."""
