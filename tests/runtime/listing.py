"""A server with a list, in every way of paging, and callers that read it to the end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import parse_qs, parse_qsl, urlsplit

from loopback import Received, Step, reply
from shop import AsyncClient, Client

from runtime.async_pages import AsyncPages
from runtime.body import json_value
from runtime.forms import form_body
from runtime.page_steps import (
    Cursor,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
)
from runtime.page_values import Header
from runtime.pages import Pages
from runtime.paging import Page, PagedRequest

ITEMS = [{"id": f"i{number}"} for number in range(5)]
SIZE = 2


def paged(**given: Any) -> PagedRequest[Any, Any]:
    """Build the request of a list of items."""
    usual = {"operation": "things.list", "method": "GET", "path": "/things"}
    return PagedRequest(**{**usual, "returns": Any, "items": "/data", **given})


@dataclass(frozen=True)
class Way:
    """A way of paging: what a client is told of it, and how a server answers."""

    request: PagedRequest[Any, Any]
    answer: Callable[[Received], tuple[dict[str, Any], dict[str, str]]]

    def serve(self, received: Received) -> list[Step]:
        """Answer one request."""
        body, headers = self.answer(received)
        return reply(200, json.dumps(body).encode(), **headers)


def query(received: Received) -> dict[str, str]:
    """Return the parameters of a request."""
    found = parse_qs(urlsplit(received.line.split()[1]).query)
    return {name: values[0] for name, values in found.items()}


def part(start: int) -> list[dict[str, str]]:
    """Return the items of the page that starts somewhere."""
    return ITEMS[start : start + SIZE]


def _cursor(received: Received) -> tuple[dict[str, Any], dict[str, str]]:
    start = int(query(received).get("cursor", "c=0").removeprefix("c="))
    after = start + SIZE
    token = f"c={after}" if after < len(ITEMS) else None
    return {"data": part(start), "meta": {"next": token}}, {}


def _in_body(received: Received) -> tuple[dict[str, Any], dict[str, str]]:
    start = json.loads(received.body).get("offset", 0)
    after = start + SIZE
    return {"data": part(start), "next": after if after < len(ITEMS) else None}, {}


def _in_form(received: Received) -> tuple[dict[str, Any], dict[str, str]]:
    assert "application/x-www-form-urlencoded" == received.headers["content-type"]
    fields = dict(parse_qsl(received.body.decode()))
    start = int(fields.get("next page", "c=0").removeprefix("c="))
    after = start + SIZE
    return {"data": part(start), "next": f"c={after}" if after < len(ITEMS) else ""}, {}


def _numbered_in_form(received: Received) -> tuple[dict[str, Any], dict[str, str]]:
    fields = dict(parse_qsl(received.body.decode()))
    assert "a b" == fields["q"]
    return {"data": part((int(fields.get("page", "1")) - 1) * SIZE), "pages": 3}, {}


def _in_header(received: Received) -> tuple[dict[str, Any], dict[str, str]]:
    start = int(received.headers.get("x-cursor", "0"))
    after = start + SIZE
    headers = {"x_next": str(after)} if after < len(ITEMS) else {}
    return {"data": part(start)}, headers


def _last_item(received: Received) -> tuple[dict[str, Any], dict[str, str]]:
    start = int(query(received).get("after", "i-1")[1:]) + 1
    return {"data": part(start), "has_more": start + SIZE < len(ITEMS)}, {}


def _number(received: Received) -> tuple[dict[str, Any], dict[str, str]]:
    start = (int(query(received).get("page", "1")) - 1) * SIZE
    return {"data": part(start), "pages": 3, "total": 5}, {"x_total": "5"}


def _offset(received: Received) -> tuple[dict[str, Any], dict[str, str]]:
    start = int(query(received).get("offset", "0"))
    return {"data": part(start), "total": len(ITEMS)}, {}


def _url(received: Received) -> tuple[dict[str, Any], dict[str, str]]:
    start = int(query(received).get("from", "0"))
    after = start + SIZE
    address = f"/things?from={after}&q=%C3%A9%2B"
    return {"data": part(start), "next": address if after < len(ITEMS) else ""}, {}


def _link(received: Received) -> tuple[dict[str, Any], dict[str, str]]:
    body, _ = _url(received)
    link = f'<{body["next"]}>; rel="next", </things>; rel=first'
    return {"data": body["data"]}, {"link": link} if body["next"] else {}


WAYS = {
    "cursor": Way(paged(step=Cursor("cursor", "/meta/next")), _cursor),
    "cursor in a body": Way(
        paged(
            method="POST",
            body=json_value({"limit": 2}),
            step=Cursor("offset", "/next", "body", integer=True),
        ),
        _in_body,
    ),
    "cursor in a form": Way(
        paged(
            method="POST",
            body=form_body({"limit": 2}),
            step=Cursor("next page", "/next", "body"),
        ),
        _in_form,
    ),
    "pages, counted in a form": Way(
        paged(
            method="POST",
            body=form_body({"q": "a b"}),
            step=PageNumber("page", location="body", pages="/pages"),
        ),
        _numbered_in_form,
    ),
    "cursor in a header": Way(
        paged(step=Cursor("X-Cursor", Header("x-next"), "header")), _in_header
    ),
    "last item": Way(
        paged(step=LastItem("after", "/id"), more="/has_more"), _last_item
    ),
    "last item, up to an empty page": Way(
        paged(step=LastItem("after", "/id")), _last_item
    ),
    "pages, counted": Way(paged(step=PageNumber("page", pages="/pages")), _number),
    "pages of a total": Way(paged(step=PageNumber("page", total="/total")), _number),
    "pages of a total in a header": Way(
        paged(step=PageNumber("page", total=Header("x-total"))), _number
    ),
    "pages, up to an empty one": Way(paged(step=PageNumber("page")), _number),
    "offset of a total": Way(paged(step=Offset("offset", total="/total")), _offset),
    "offset, up to an empty page": Way(paged(step=Offset("offset")), _offset),
    "address": Way(paged(step=NextUrl("/next")), _url),
    "link": Way(paged(step=LinkHeader()), _link),
}
REQUESTS = {name: 4 for name in WAYS if "empty" in name}
"""How many requests it takes, where it is not three."""


class Blocking:
    """Reads lists with the blocking client."""

    def __init__(self, address: str, **options: Any) -> None:
        self._client = Client(base_url=address, **options)

    def pages(
        self, request: PagedRequest[Any, Any], options: Any = None
    ) -> Pages[Any, Any]:
        """Return the pages of a list."""
        return Pages(self._client, request, options)

    def items(self, request: PagedRequest[Any, Any], **given: Any) -> list[Any]:
        """Read items."""
        with self._client:
            return list(self.pages(request).items(**given))

    def by_page(
        self, request: PagedRequest[Any, Any], options: Any = None, **given: Any
    ) -> list[Page[Any, Any]]:
        """Read pages."""
        with self._client:
            return list(self.pages(request, options).by_page(**given))

    def first(self, request: PagedRequest[Any, Any], **given: Any) -> Page[Any, Any]:
        """Read one page."""
        with self._client:
            return self.pages(request).first(**given)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()


class Async:
    """Reads lists with the async client."""

    def __init__(self, address: str, **options: Any) -> None:
        self._client = AsyncClient(base_url=address, **options)

    def pages(
        self, request: PagedRequest[Any, Any], options: Any = None
    ) -> AsyncPages[Any, Any]:
        """Return the pages of a list."""
        return AsyncPages(self._client, request, options)

    def items(self, request: PagedRequest[Any, Any], **given: Any) -> list[Any]:
        """Read items."""

        async def read() -> list[Any]:
            async with self._client:
                return [each async for each in self.pages(request).items(**given)]

        return asyncio.run(read())

    def by_page(
        self, request: PagedRequest[Any, Any], options: Any = None, **given: Any
    ) -> list[Page[Any, Any]]:
        """Read pages."""

        async def read() -> list[Page[Any, Any]]:
            async with self._client:
                pages = self.pages(request, options)
                return [page async for page in pages.by_page(**given)]

        return asyncio.run(read())

    def first(self, request: PagedRequest[Any, Any], **given: Any) -> Page[Any, Any]:
        """Read one page."""

        async def read() -> Page[Any, Any]:
            async with self._client:
                return await self.pages(request).first(**given)

        return asyncio.run(read())


def bodies(*answers: Any) -> Sequence[list[Step]]:
    """Write answers, one after the other."""
    return [reply(200, json.dumps(each).encode()) for each in answers]
