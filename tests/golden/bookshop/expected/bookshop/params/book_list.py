"""What `client.books.list` accepts."""

import datetime
from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .book_order import BookOrderParam


class BookListParams(TypedDict):
    """What `client.books.list` accepts."""

    x_shop_branch: str
    """The branch that is asked."""

    author: NotRequired[Sequence[str] | None]
    """Any of these authors."""

    ids: NotRequired[Sequence[int] | None]

    order: NotRequired[BookOrderParam | None]
    """Default: `"newest"`."""

    published_after: NotRequired[datetime.date | str | None]
