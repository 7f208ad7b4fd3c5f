"""How the pages of lists follow each other, recognised where that is certain.

Where two ways lead through one list, or a value may mean something else, nothing is
recognised: an iteration that ends too early is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clientsmith.ir import (
    AnswerPlace,
    Cursor,
    InBody,
    InHeader,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
    PageStep,
    Pagination,
    name_of,
)

from .answer_fields import Field, may_be_other
from .listed import USUAL
from .listing import Listing
from .page_parameters import Taken, key_kinds
from .pagination_rules import (
    CURSORS,
    DONE,
    FROM_ONE,
    FROM_ZERO,
    IS_COUNT,
    IS_NO_COUNT,
    LAST_ITEMS,
    LINK_IN_PROSE,
    MORE,
    OFFSETS,
    PAGE_COUNTS,
    PAGES,
    RELATION_IN_PROSE,
    SIZES,
    START_AFTER,
    TOKENS,
    TOTAL_HEADERS,
    TOTALS,
    URLS,
    URLS_BY_TYPE,
    CursorRule,
    LastItemRule,
)


def recognised(listing: Listing) -> Pagination | None:
    """Return how pages follow each other, if that is certain.

    Where the server may as well choose CSV, a loop could meet no page.
    """
    if may_be_other(listing.operation):
        return None
    certain = ((name, step) for name, step in _ways(listing) if step)
    for name, step in certain:
        more, done = flags(listing)
        return Pagination(
            step=step,
            items=InBody(listing.items.keys),
            item=listing.item,
            more=more,
            done=done,
            known_by=name,
        )
    return None


def flags(listing: Listing) -> tuple[InBody | None, InBody | None]:
    """Return where an answer says that there are more pages, or that it is the last."""
    more = listing.field(MORE, "boolean")
    done = listing.field(DONE, "boolean")
    return _place(more), _place(None if more else done)


def _ways(listing: Listing) -> Iterator[tuple[str, PageStep | None]]:
    """Yield the ways that are known, the best first, and what is certain of each."""
    for rule in CURSORS:
        yield rule.name, _cursor(listing, rule)
    yield "start-after", _start_after(listing)
    for each in LAST_ITEMS:
        yield each.name, _last_item(listing, each)
    yield "link-header", _link_header(listing)
    yield "next-url", _next_url(listing)
    yield "page-number", _page_number(listing)
    yield "offset", _offset(listing)


def _cursor(listing: Listing, rule: CursorRule) -> Cursor | None:
    sent = listing.parameter(rule.sent)
    kinds = ("integer", "number") if rule.numeric else ("string", "integer", "number")
    token = listing.field(rule.next, *kinds)
    if sent is None or token is None or token.is_address:
        return None
    if rule.flagged and not _is_flagged(listing):
        return None
    if rule.sized and not listing.parameter(SIZES):
        return None
    if rule.without and listing.parameter([rule.without]):
        return None
    if rule.says and not re.search(rule.says, token.docs):
        return None
    if rule.beside and not listing.field([rule.beside]):
        return None
    if (rule.alike or rule.numeric) and not _are_alike(
        sent.kinds, listing.kinds(token)
    ):
        return None
    if _is_counted(listing, besides=sent):
        return None
    return Cursor(sent.sent, InBody(token.keys))


def _start_after(listing: Listing) -> Cursor | None:
    """Send what an answer calls the last of something after that of the same name."""
    for sent in listing.parameters:
        named = re.fullmatch(START_AFTER, sent.words)
        token = named and listing.field([f"last_{named['what']}"])
        if (
            token
            and _is_flagged(listing)
            and _are_alike(sent.kinds, listing.kinds(token))
            and not _is_counted(listing, besides=sent)
        ):
            return Cursor(sent.sent, InBody(token.keys))
    return None


def _last_item(listing: Listing, rule: LastItemRule) -> LastItem | None:
    sent = listing.parameter(rule.sent)
    if sent is None or _is_counted(listing, besides=sent):
        return None
    if rule.flagged and not listing.field(MORE, "boolean"):
        return None
    if rule.beside and not listing.field([rule.beside]):
        return None
    kinds = key_kinds(listing.item, rule.key, listing.declarations)
    if not _are_alike(sent.kinds, kinds) or not re.search(rule.says, sent.docs):
        return None
    return LastItem(sent.sent, InBody((rule.key,)))


def _link_header(listing: Listing) -> LinkHeader | None:
    told = any(
        re.search(LINK_IN_PROSE, one.docs)
        or (not listing.items.keys and re.search(RELATION_IN_PROSE, one.docs))
        for one in listing.parameters
    )
    documented = any(name.lower() == "link" for name in listing.headers)
    reads = listing.operation.method.upper() == "GET"
    return LinkHeader() if reads and (documented or told) else None


def _next_url(listing: Listing) -> NextUrl | None:
    if listing.operation.method.upper() != "GET":
        return None
    found = listing.field(URLS, "string")
    found = found or next(
        (
            one
            for name in URLS_BY_TYPE
            for one in listing.called.get(name, ())
            if one.is_address
        ),
        None,
    )
    return NextUrl(InBody(found.keys)) if found else None


def _page_number(listing: Listing) -> PageNumber | None:
    sent = listing.parameter(PAGES)
    if sent is None or not _counts(listing, sent):
        return None
    first = first_page(sent)
    pages, total = page_count(listing), total_count(listing)
    if first is None or not (pages or total or _ends_empty(listing)):
        return None
    return PageNumber(sent.sent, first, pages, None if pages else total)


def _offset(listing: Listing) -> Offset | None:
    sent = listing.parameter(OFFSETS)
    if sent is None or not _counts(listing, sent):
        return None
    is_count = 0 in {sent.default, sent.minimum} or re.search(IS_COUNT, sent.docs)
    if not is_count or re.search(IS_NO_COUNT, sent.docs):
        return None
    total = total_count(listing)
    return Offset(sent.sent, total) if total or _ends_empty(listing) else None


def _ends_empty(listing: Listing) -> bool:
    """Tell whether there is an end without a count: a flag, or an empty page.

    An object that has a list among other things is no page of it.
    """
    if _is_flagged(listing):
        return True
    steps = {name_of(step).snake for step in listing.operation.path.split("/")}
    last = name_of(listing.items.keys[-1]).snake if listing.items.keys else ""
    is_page = not last or last in USUAL or any(step.endswith(last) for step in steps)
    return is_page and listing.parameter(SIZES) is not None


def _counts(listing: Listing, sent: Taken) -> bool:
    """Tell whether a parameter is a number that nothing else competes with."""
    if sent.required or not sent.kinds or not sent.kinds <= {"integer", "number"}:
        return False
    if listing.operation.method.upper() == "POST" and sent.sent.location != "body":
        return False
    tokens = [one for one in listing.parameters if one.words in TOKENS and one.is_text]
    return not tokens and not _is_counted(listing, besides=sent)


def _is_counted(listing: Listing, *, besides: Taken) -> bool:
    """Tell whether another parameter counts pages or items: a second way."""
    return any(
        one.words in {*PAGES, *OFFSETS} and one.kinds <= {"integer", "number"}
        for one in listing.parameters
        if one != besides
    )


def _is_flagged(listing: Listing) -> bool:
    return bool(listing.field((*MORE, *DONE), "boolean"))


def page_count(listing: Listing) -> InBody | None:
    """Return where an answer says how many pages there are."""
    return _place(listing.field(PAGE_COUNTS, "integer", "number"))


def total_count(listing: Listing) -> AnswerPlace | None:
    """Return where an answer says how many items there are on all pages."""
    found = listing.field(TOTALS, "integer", "number")
    names = (name for name in listing.headers if name_of(name).snake in TOTAL_HEADERS)
    header = next(names, None)
    return _place(found) or (InHeader(header) if header else None)


def first_page(sent: Taken) -> int | None:
    """Return the number of the first page, where the document says so."""
    for first in (0, 1):
        if first in {sent.default, sent.minimum}:
            return first
    if re.search(FROM_ONE, sent.docs):
        return 1
    return 0 if re.search(FROM_ZERO, sent.docs) else None


def _place(field: Field | None) -> InBody | None:
    return InBody(field.keys) if field else None


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two values may be of one JSON type."""
    numbers = {"integer", "number"}
    return bool(one & other) or bool(one & numbers and other & numbers)
