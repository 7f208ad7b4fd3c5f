"""A list on its way from page to page, without any I/O.

The blocking and the async iterators ask it what to send next, do so, and give it
what comes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, cast

from typing_extensions import TypeVar

from .errors import PaginationError
from .kinds import is_object
from .page_steps import Arrived
from .page_values import list_at, value_at
from .request import Request

if TYPE_CHECKING:
    from .options import RequestOptions
    from .page_steps import Step
    from .page_values import Place
    from .response import Response

Item = TypeVar("Item")
Answer = TypeVar("Answer")
H = TypeVar("H", bound=Mapping[str, str], default=Mapping[str, str])
Item_co = TypeVar("Item_co", covariant=True)
Answer_co = TypeVar("Answer_co", covariant=True)
H_co = TypeVar(
    "H_co", covariant=True, bound=Mapping[str, str], default=Mapping[str, str]
)


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class PagedRequest(Request[Answer_co, H_co], Generic[Item_co, Answer_co, H_co]):
    """A call answered by one page of a list of `Item_co`."""

    step: Step
    items: str = ""
    """Where the items are, as a JSON pointer: the whole answer if it is empty."""

    more: Place | None = None
    """What says whether another page follows."""

    done: Place | None = None
    """What says whether this is the last one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(Generic[Item, Answer, H]):
    """A part of a list, and the answer that it came in."""

    items: list[Item]
    response: Response[Answer, H]
    next: str | None
    """What `by_page(start=...)` takes to go on after this page; None after the last."""

    @property
    def value(self) -> Answer:
        """The whole answer."""
        return self.response.value


class Walk(Generic[Item, Answer, H]):
    """Goes from page to page; each of them is asked for once."""

    def __init__(
        self,
        request: PagedRequest[Item, Answer, H],
        options: RequestOptions | None,
        start: str | None,
    ) -> None:
        self.options = options
        """How to send the next request."""
        self._first = request
        self._request = request
        self._token = start
        self._asked: set[str] = set()
        self._items: list[Item] = []
        self._seen = 0 if start is None else None
        self._started = False

    def turn(self) -> PagedRequest[Item, Answer, H] | None:
        """Return what to send next; None at the end.

        Raises:
            PaginationError: It was sent before.
        """
        token = self._token
        if token is None:
            return None if self._started else self._first
        if token in self._asked:
            raise self._problem(f"{token!r} leads back to a page that was there before")
        self._request = self._first.step.turn(self._first, token)
        return self._request

    def page(self, response: Response[Answer, H]) -> Page[Item, Answer, H]:
        """Take the answer to what was sent, and find what comes after it.

        Raises:
            PaginationError: It is no page, or the one before it once more.
        """
        items = cast("list[Item]", list_at(response, self._first.items))
        if self._first.step.counts and _are_same(items, self._items):
            raise self._problem("the same items came twice")
        self._asked |= {response.url, self._token or ""}
        self.options = _without_key(self.options)
        self._started, self._items = True, items
        if self._seen is not None:
            self._seen += len(items)
        self._token = self._next(response)
        return Page(items=items, response=response, next=self._token)

    def _next(self, response: Response[Answer, H]) -> str | None:
        step, items = self._first.step, self._items
        follows = self._follows(response)
        if follows is False or (step.counts and not items and follows is None):
            return None
        return step.token(Arrived(self._request, response, items, self._seen))

    def _follows(self, response: Response[Answer, H]) -> bool | None:
        """Say whether another page follows, where the answer says so."""
        more, done = self._first.more, self._first.done
        if more is not None and isinstance(said := value_at(response, more), bool):
            return said
        if done is not None and isinstance(said := value_at(response, done), bool):
            return not said
        return None

    def _problem(self, message: str) -> PaginationError:
        return PaginationError(f"{self._first.operation}: {message}")


def _are_same(items: list[Item], others: list[Item]) -> bool:
    """Tell whether two pages are one; only objects have an identity."""
    if not items or not (hasattr(type(items[0]), "__json__") or is_object(items[0])):
        return False
    return items == others


def _without_key(options: RequestOptions | None) -> RequestOptions | None:
    """Leave out the key by which a server would know the first request again."""
    if not options or "idempotency_key" not in options:
        return options
    later = options.copy()
    del later["idempotency_key"]
    return later
