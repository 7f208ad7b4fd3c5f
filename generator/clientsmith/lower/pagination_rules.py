"""The conventions by which pages follow each other, as data.

A rule names what has to be there for it to be certain: a parameter, and a value in
the answer. Names are words, however the document spells them: `nextCursor`,
`next-cursor` and `NextCursor` are `next_cursor`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

CONTAINERS: Final = frozenset(
    {
        "",
        "cursor",
        "cursors",
        "data",
        "embedded",
        "links",
        "list_metadata",
        "meta",
        "meta.cursor",
        "meta.page",
        "meta.pagination",
        "meta.paging",
        "metadata",
        "metadata.pagination",
        "page",
        "page_info",
        "pages",
        "pagination",
        "pagination_info",
        "pagination_metadata",
        "paging",
        "paging.cursors",
        "paging_info",
        "response",
        "response_metadata",
        "result",
        "result_info",
    }
)
"""Where in an answer values about its pages are."""


class CursorRule(Struct, frozen=True, kw_only=True):
    """A token of the answer goes into a parameter."""

    name: str
    sent: tuple[str, ...]
    """What the parameter may be called."""
    next: tuple[str, ...]
    """What the token may be called."""
    flagged: bool = False
    """Whether the answer has to say if there is more."""
    says: str = ""
    """What the document has to say of the token, in words."""
    alike: bool = False
    """Whether parameter and token have to be of one JSON type."""
    numeric: bool = False
    """Whether both have to be numbers."""
    beside: str = ""
    """What has to be in the answer besides."""
    sized: bool = False
    """Whether the size of a page has to be a parameter, too."""
    without: str = ""
    """What must be no parameter: it would lead through the same list the other way."""


CURSORS: Final = (
    CursorRule(
        name="next-cursor",
        sent=(
            "cursor",
            "next_cursor",
            "start_cursor",
            "page_cursor",
            "pagination_cursor",
            "starting_after",
            "after",
        ),
        next=("next_cursor", "next_page_cursor", "end_cursor"),
    ),
    CursorRule(
        name="cursor",
        sent=("cursor",),
        next=("cursor",),
        says=r"\b(next|subsequent|following|further)\b",
    ),
    CursorRule(
        name="page-token",
        sent=("page_token", "next_page_token", "pagination_token"),
        next=("next_page_token", "pagination.next", "next_pagination_token"),
    ),
    CursorRule(name="next-token", sent=("next_token",), next=("next_token",)),
    CursorRule(
        name="continuation-token",
        sent=("continuation_token",),
        next=("next_continuation_token", "continuation_token"),
    ),
    CursorRule(name="marker", sent=("marker",), next=("next_marker",)),
    CursorRule(
        name="iterator",
        sent=("iterator",),
        next=("next_iterator", "iterator"),
        flagged=True,
    ),
    CursorRule(
        name="next-offset",
        sent=("offset",),
        next=("next_page.offset", "next_page_offset", "next_offset"),
    ),
    CursorRule(
        name="next-page", sent=("page",), next=("next_page",), alike=True, sized=True
    ),
    CursorRule(name="next", sent=("next",), next=("next",), alike=True, sized=True),
    CursorRule(
        name="until",
        sent=("until",),
        next=("pagination.next",),
        numeric=True,
        sized=True,
    ),
    CursorRule(
        name="from",
        sent=("from",),
        next=("next",),
        numeric=True,
        beside="from",
        sized=True,
    ),
    CursorRule(
        name="cursors-after",
        sent=("after",),
        next=("next.after", "cursors.after"),
        without="before",
    ),
    CursorRule(
        name="last-id",
        sent=("after", "starting_after"),
        next=("last_id",),
        flagged=True,
    ),
    CursorRule(
        name="next-after",
        sent=("after", "starting_after"),
        next=("next",),
        flagged=True,
        alike=True,
    ),
)


class LastItemRule(Struct, frozen=True, kw_only=True):
    """The `id` of the last item of a page goes into a parameter."""

    name: str
    sent: tuple[str, ...]
    key: str
    says: str
    """What the document has to say of the parameter, in words."""
    flagged: bool
    """Whether the answer has to say if there is more."""
    beside: str = ""
    """What has to be in the answer besides."""


LAST_ITEMS: Final = (
    LastItemRule(
        name="last-item",
        sent=("starting_after", "after"),
        key="id",
        says=r"(?i)\bids?\b|\bidentifier\b|\blast \w+ (of|from|in)\b",
        flagged=True,
    ),
    LastItemRule(
        name="list-object",
        sent=("starting_after", "after"),
        key="id",
        says="",
        flagged=True,
        beside="object",
    ),
    LastItemRule(
        name="id-cursor",
        sent=("starting_after", "after"),
        key="id",
        says=r"(?i)\bid`?\b.*\bcursor\b|\bcursor\b.*\bid\b|\bafter this \w+ id\b",
        flagged=False,
    ),
)

START_AFTER: Final = r"(?:start_|starting_)?after_(?P<what>\w+)"
"""What a parameter is called that takes the `last_…` of a page."""
NEXT: Final = (
    r"(\w+_)?next(_(after|cursor|doc|document|id|iterator|key|link|marker|offset|page"
    r"|page_\w+|position|start|stream_position|token|uri|url))?|end_cursor"
)
"""What a value of an answer is called that likely leads to another page."""

URLS: Final = (
    "next_page_uri",
    "next_page_url",
    "next_url",
    "next_uri",
    "next_link",
    "odata_next_link",
    "links.next",
    "links.next.href",
    "links.pages.next",
)
"""What the address of the next page is called that can be nothing else."""
URLS_BY_TYPE: Final = ("next", "next_page")
"""What it is called where only its format says that it is an address."""
LINK_IN_PROSE: Final = r"(?i)`?\bLink\b`? (response )?header|\bheader `?Link\b"
"""How the prose of a parameter says that its value comes from the header `Link`."""
RELATION_IN_PROSE: Final = r"(?i)\bnext`? link relation"
"""How it says so where an answer, being a list, has no other place for a link."""

PAGES: Final = ("page", "page_number", "page_num", "page_no", "page_index")
"""What the number of a page is called."""
OFFSETS: Final = ("offset", "skip")
"""What the number of items before a page is called."""
IS_NO_COUNT: Final = r"(?i)\bidentifier\b|\bids?\b|\btoken\b|\bcursor\b|\btimestamp\b"
"""How prose says that an offset is something else."""
IS_COUNT: Final = r"(?i)\bskip|\bnumber of\b|\boffset\b|\bstart|\bbegin"
"""How prose says that it is a number of items."""
SIZES: Final = (
    "limit",
    "per_page",
    "page_size",
    "size",
    "take",
    "count",
    "results_per_page",
    "items_per_page",
    "max_results",
    "page_limit",
)
"""What the size of a page is called."""
TOKENS: Final = frozenset(
    name for rule in (*CURSORS, *LAST_ITEMS) for name in rule.sent
) - {"from", "offset", "page", "until"}
"""What tokens are called: another way through the same list."""

MORE: Final = ("has_more", "has_next_page", "has_next", "more", "is_truncated")
"""What says that another page follows."""
DONE: Final = ("done", "is_last", "is_last_page", "last")
"""What says that this is the last one."""
PAGE_COUNTS: Final = (
    "pages",
    "total_pages",
    "page_count",
    "last_page",
    "num_pages",
    "number_of_pages",
    "paging.pages",
)
"""How many pages there are."""
TOTALS: Final = (
    "total",
    "total_count",
    "total_items",
    "total_results",
    "total_entries",
    "total_size",
    "filter_count",
)
"""How many items there are in all pages."""
TOTAL_HEADERS: Final = ("x_total_count", "x_total", "pagination_total", "total_count")
"""The same, as headers."""
FROM_ONE: Final = (
    r"(?i)\b(1|one)[- ]based|\b(start|begin)\w* (at|from|with) (1|one)\b"
    r"|\bfirst page is (1|one)\b"
)
FROM_ZERO: Final = (
    r"(?i)\b(0|zero)[- ](based|indexed)|\b(start|begin)\w* (at|from|with) (0|zero)\b"
    r"|\bfirst page is (0|zero)\b"
)


OF_PAGES: Final = frozenset(
    name.partition(".")[0]
    for names in (
        *(rule.next for rule in CURSORS),
        (*URLS, *URLS_BY_TYPE, *MORE, *DONE, *PAGE_COUNTS, *TOTALS),
    )
    for name in names
)
"""What values about pages are called, and what holds them, in the page itself."""


def _leading() -> Iterator[str]:
    """Yield the outer part of each place where something about pages may be."""
    names = {*URLS, *URLS_BY_TYPE, *MORE, *DONE, *PAGE_COUNTS, *TOTALS}
    for rule in CURSORS:
        names |= {*rule.next, rule.beside}
    around = {name.rpartition(".")[0] for name in names}
    for container in CONTAINERS:
        for outer in around:
            steps = [step for step in f"{container}.{outer}".split(".") if step]
            yield from (".".join(steps[:length]) for length in range(len(steps) + 1))


LEADING: Final = frozenset(_leading())
"""In what values something about pages may be, the answer itself first."""
