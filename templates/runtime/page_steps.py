"""The ways from one page to the next: where its token is found, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol, TypeAlias, TypeVar
from urllib.parse import unquote

from .body import JsonBody
from .escaping import escape
from .links import find_link
from .page_addresses import at_home, resolve
from .page_values import DIGITS, as_token, count_at, text_at, value_in
from .parameters import form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .body import Body
    from .page_values import Place
    from .request import Request
    from .response import Response

R = TypeVar("R", bound="Request[Any]")
Location: TypeAlias = Literal["query", "header", "body"]
_NO_BODY = JsonBody({})


@dataclass(frozen=True, slots=True)
class Arrived:
    """A page that has arrived: what was asked, what came, and how much before it."""

    request: Request[Any]
    response: Response[object]
    items: Sequence[object]
    seen: int | None
    """How many items there were so far, if the walk began with the first page."""


class Step(Protocol):
    """A way from one page to the next."""

    counts: ClassVar[bool]
    """Whether the client counts, so that an empty page is the end."""

    def token(self, page: Arrived) -> str | None:
        """Find what leads to the next page; None where this is the last one."""
        ...

    def turn(self, request: R, token: str) -> R:
        """Ask for the page that a token leads to."""
        ...


@dataclass(frozen=True, slots=True)
class Cursor:
    """Each answer has a token, which is sent as a parameter."""

    parameter: str
    next: Place
    location: Location = "query"
    integer: bool = False
    """Whether a token of digits is sent as a number."""

    empty: Body = _NO_BODY
    """The body of a request that has none, where the token is sent in one."""

    counts: ClassVar[bool] = False

    def token(self, page: Arrived) -> str | None:
        """See `Step.token`."""
        return text_at(page.response, self.next)

    def turn(self, request: R, token: str) -> R:
        """See `Step.turn`."""
        number = self.integer and DIGITS.fullmatch(token)
        value = int(token) if number else token
        return _with(request, self, value)


@dataclass(frozen=True, slots=True)
class LastItem:
    """The last item of a page has the token, which is sent as a parameter."""

    parameter: str
    key: str
    """Where in an item it is."""

    location: Location = "query"
    empty: Body = _NO_BODY
    """The body of a request that has none, where the token is sent in one."""

    counts: ClassVar[bool] = False

    def token(self, page: Arrived) -> str | None:
        """See `Step.token`."""
        return as_token(value_in(page.items[-1], self.key)) if page.items else None

    def turn(self, request: R, token: str) -> R:
        """See `Step.turn`."""
        return _with(request, self, token)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Pages are counted."""

    parameter: str
    first: int = 1
    location: Location = "query"
    pages: Place | None = None
    """How many pages there are."""

    total: Place | None = None
    """How many items there are."""

    empty: Body = _NO_BODY
    """The body of a request that has none, where the number is sent in one."""

    counts: ClassVar[bool] = True

    def token(self, page: Arrived) -> str | None:
        """See `Step.token`."""
        number = _number(page.request, self, self.first)
        pages = count_at(page.response, self.pages)
        total = count_at(page.response, self.total)
        if pages is not None and number - self.first + 1 >= pages:
            return None
        if total is not None and page.seen is not None and page.seen >= total:
            return None
        return str(number + 1)

    def turn(self, request: R, token: str) -> R:
        """See `Step.turn`."""
        return _with(request, self, _counted(request, token))


@dataclass(frozen=True, slots=True)
class Offset:
    """Items are counted."""

    parameter: str
    location: Location = "query"
    total: Place | None = None
    """How many items there are."""

    empty: Body = _NO_BODY
    """The body of a request that has none, where the number is sent in one."""

    counts: ClassVar[bool] = True

    def token(self, page: Arrived) -> str | None:
        """See `Step.token`."""
        start = _number(page.request, self, 0)
        after = start + len(page.items)
        total = count_at(page.response, self.total)
        return None if total is not None and after >= total else str(after)

    def turn(self, request: R, token: str) -> R:
        """See `Step.turn`."""
        return _with(request, self, _counted(request, token))


Sending: TypeAlias = Cursor | LastItem | PageNumber | Offset
"""A way that sends a parameter; the others ask for another address."""


@dataclass(frozen=True, slots=True)
class NextUrl:
    """Each answer has the address of the next page."""

    next: Place

    counts: ClassVar[bool] = False

    def token(self, page: Arrived) -> str | None:
        """See `Step.token`."""
        target = text_at(page.response, self.next)
        return target and resolve(target, page.response.url)

    def turn(self, request: R, token: str) -> R:
        """See `Step.turn`."""
        return replace(request, url=partial(at_home, token))


@dataclass(frozen=True, slots=True)
class LinkHeader:
    """The header `Link` has the address of the next page."""

    counts: ClassVar[bool] = False

    def token(self, page: Arrived) -> str | None:
        """See `Step.token`."""
        target = find_link(page.response.headers.get("link", ""), "next")
        return resolve(target, page.response.url) if target is not None else None

    def turn(self, request: R, token: str) -> R:
        """See `Step.turn`."""
        return replace(request, url=partial(at_home, token))


def _with(request: R, step: Sending, value: str | int) -> R:
    """Send the parameter of a step with another value."""
    name = step.parameter
    if step.location == "query":
        pairs = [each for each in request.query.split("&") if not _is(each, name)]
        return replace(
            request, query="&".join([*filter(None, pairs), *form(name, value)])
        )
    if step.location == "header":
        others = {k: v for k, v in request.headers.items() if k.lower() != name.lower()}
        return replace(request, headers={**others, name: str(value)})
    body = request.body or step.empty
    return replace(request, body=body.with_member(name, value))


def _counted(request: Request[Any], token: str) -> int:
    """Read the token of a list that the client counts.

    Raises:
        ValueError: It is none.
    """
    if not (token.isascii() and token.isdecimal()):
        raise ValueError(
            f"{request.operation}: pages start from a number here, the `next` of a "
            f"page, and not from {token!r}"
        )
    return int(token)


def _number(request: Request[Any], step: Sending, start: int) -> int:
    """Return the number that was sent, or where counting starts."""
    name = step.parameter
    sent: object = None
    if step.location == "query":
        found = (each for each in request.query.split("&") if _is(each, name))
        sent = unquote(next(found, "").partition("=")[2])
    elif step.location == "header":
        headers = {key.lower(): value for key, value in request.headers.items()}
        sent = headers.get(name.lower())
    elif request.body is not None:
        sent = request.body.member(name)
    text = str(sent)
    return int(text) if text.isdecimal() else start


def _is(pair: str, name: str) -> bool:
    return pair.partition("=")[0] == escape(name)
