"""Where pages end, if what an extension says of them leaves that open.

Counts that an answer has as well save the request that would find an empty page.
"""

from __future__ import annotations

from msgspec.structs import replace

from clientsmith.ir import InBody, Offset, PageNumber, PageStep, Pagination

from .listing import Listing
from .pagination import flags, page_count, total_count


def with_end(said: Pagination, listing: Listing | None) -> Pagination:
    """Take the end from what the answer counts, where that is of the same list."""
    if listing is None or said.items != InBody(listing.items.keys) or said.more:
        return said
    more, done = flags(listing)
    step = _counted(said.step, listing)
    return replace(said, step=step, more=more, done=done) if step else said


def _counted(step: PageStep, listing: Listing) -> PageStep | None:
    match step:
        case Offset(total=None):
            return replace(step, total=total_count(listing))
        case PageNumber(total=None, pages=None):
            pages = page_count(listing)
            total = None if pages else total_count(listing)
            return replace(step, pages=pages, total=total)
        case _:
            return None
