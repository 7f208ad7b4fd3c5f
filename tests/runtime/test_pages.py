"""Lists that are read page by page, blocking and async, from a server on loopback."""

from __future__ import annotations

import asyncio
import itertools
import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

import pytest
from listing import ITEMS, REQUESTS, WAYS, Async, Blocking, Way, bodies, paged
from loopback import reply, serve
from shop import API, Client

from runtime.errors import PaginationError, ServerError, StatusError
from runtime.forms import form_body
from runtime.page_addresses import at_home, resolve
from runtime.page_steps import Cursor, LinkHeader, NextUrl, Offset, PageNumber
from runtime.request import Request

Caller: TypeAlias = Callable[..., Blocking | Async]


@pytest.fixture(params=[Blocking, Async], ids=lambda kind: kind.__name__.lower())
def caller(request: pytest.FixtureRequest) -> Caller:
    """Return each kind of client."""
    chosen: Caller = request.param
    return chosen


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> tuple[str, Way]:
    """Return each way of paging."""
    return request.param, WAYS[request.param]


def test_a_list_is_read_to_its_end(caller: Caller, way: tuple[str, Way]) -> None:
    """Every item comes once, in as few requests as the server lets know."""
    name, chosen = way
    with serve(chosen.serve) as server:
        items = caller(server.address).items(chosen.request)

    assert ITEMS == items
    assert REQUESTS.get(name, 3) == len(server.requests)


def test_pages_lead_to_each_other(caller: Caller, way: tuple[str, Way]) -> None:
    """What `next` of a page says is enough to go on, in another process too."""
    _, chosen = way
    with serve(chosen.serve) as server:
        first = caller(server.address).first(chosen.request)
        rest = caller(server.address).by_page(chosen.request, start=first.next)

    assert isinstance(first.next, str)
    assert ITEMS[:2] == first.items
    assert ITEMS[2:] == [item for page in rest for item in page.items]
    assert rest[-1].next is None


def test_no_page_is_fetched_that_is_not_needed(caller: Caller) -> None:
    """None for no items, one for two, and two for three."""
    needed: list[int] = []
    for most in range(4):
        with serve(WAYS["cursor"].serve) as server:
            items = caller(server.address).items(WAYS["cursor"].request, max_items=most)
        needed.append(len(server.requests))
        assert ITEMS[:most] == items

    assert [0, 1, 1, 2] == needed


def test_less_than_no_items_are_refused(caller: Caller) -> None:
    """Before anything is sent."""
    with serve(WAYS["cursor"].serve) as server, pytest.raises(ValueError, match="0"):
        caller(server.address).items(WAYS["cursor"].request, max_items=-1)

    assert [] == server.requests


def test_nothing_is_sent_before_it_is_asked_for(caller: Caller) -> None:
    """Neither pages nor their iterators send by being made."""
    with serve(WAYS["cursor"].serve) as server:
        pages = caller(server.address).pages(WAYS["cursor"].request)
        pages.by_page()
        pages.items()

    assert [] == server.requests


def test_each_loop_starts_from_the_first_page() -> None:
    """Pages are what can be read, not what is being read."""
    with serve(WAYS["cursor"].serve) as server, Blocking(server.address) as reader:
        pages = reader.pages(WAYS["cursor"].request)
        assert ITEMS == list(pages)
        assert ITEMS == list(pages)


def test_a_page_has_its_answer(caller: Caller) -> None:
    """The whole of it, with status, headers and the address that was asked."""
    with serve(WAYS["cursor"].serve) as server:
        page = caller(server.address).first(WAYS["cursor"].request)

    assert page.value == {"data": ITEMS[:2], "meta": {"next": "c=2"}}
    assert (page.response.status, page.response.attempts) == (200, 1)
    assert page.response.url == f"{server.address}/things"


def test_what_was_asked_stays_asked(caller: Caller) -> None:
    """The size of pages, and whatever else is in the query; the token is replaced."""
    request = paged(step=Cursor("c[]", "/next"), query="limit=2&c%5B%5D=old&q=a%20b")
    with serve(*bodies({"data": [1], "next": "a&b"}, {"data": [2]})) as server:
        items = caller(server.address).items(request)

    assert [1, 2] == items
    assert [
        "GET /things?limit=2&c%5B%5D=old&q=a%20b HTTP/1.1",
        "GET /things?limit=2&q=a%20b&c%5B%5D=a%26b HTTP/1.1",
    ] == [each.line for each in server.requests]


def test_a_form_that_was_left_out_is_sent_with_its_token(caller: Caller) -> None:
    """As a form, in the place of no body."""
    step = Cursor("cursor", "/next", "body", empty=form_body({}))
    script = bodies({"data": [1], "next": "a b"}, {"data": [2]})
    with serve(*script) as server:
        assert [1, 2] == caller(server.address).items(paged(method="POST", step=step))

    assert [b"", b"cursor=a+b"] == [each.body for each in server.requests]
    assert [None, "application/x-www-form-urlencoded"] == [
        each.headers.get("content-type") for each in server.requests
    ]


def test_a_field_of_a_form_is_replaced_once(caller: Caller) -> None:
    """What was asked otherwise stays as it was written."""
    body = form_body({"token": "old", "q": "a&b", "tags": ["x", "y"]})
    request = paged(method="POST", body=body, step=Cursor("token", "/next", "body"))
    with serve(*bodies({"data": [], "next": "é+"}, {"data": []})) as server:
        caller(server.address).items(request)

    assert [
        b"token=old&q=a%26b&tags=x&tags=y",
        b"q=a%26b&tags=x&tags=y&token=%C3%A9%2B",
    ] == [each.body for each in server.requests]


@pytest.mark.parametrize("start", ["zzz", "", "-1", "1.5", " 1", "¹", "١"])
def test_a_list_that_is_counted_starts_from_a_number(
    caller: Caller, start: str
) -> None:
    """Anything else is a mistake of the caller, and nothing is sent."""
    with serve(*bodies({"data": []})) as server:
        for step in (PageNumber("page"), Offset("offset")):
            reader = caller(server.address)
            said = f"things.list: .*not from {re.escape(repr(start))}"
            with pytest.raises(ValueError, match=said):
                reader.first(paged(step=step), start=start)

    assert [] == server.requests


def test_counting_goes_on_from_what_was_asked(caller: Caller) -> None:
    """A list that is asked for from its third page goes on with the fourth."""
    request = paged(step=PageNumber("page"), query="page=3")
    with serve(*bodies({"data": [1]}, {"data": []})) as server:
        caller(server.address).items(request)

    assert ["page=3", "page=4"] == [each.line[12:18] for each in server.requests]


def test_an_empty_page_with_a_token_is_not_the_end(caller: Caller) -> None:
    """Filters may leave nothing of a page."""
    request = paged(step=Cursor("c", "/next"))
    script = bodies({"data": [], "next": "2"}, {"next": 3}, {"data": [1], "next": None})
    with serve(*script) as server:
        assert [1] == caller(server.address).items(request)

    assert 3 == len(server.requests)


@pytest.mark.parametrize("end", [{}, {"next": None}, {"next": ""}])
def test_no_token_is_the_end(caller: Caller, end: dict[str, Any]) -> None:
    """Whether it is absent, null or empty."""
    with serve(*bodies({"data": [1], **end})) as server:
        assert [1] == caller(server.address).items(paged(step=Cursor("c", "/next")))

    assert 1 == len(server.requests)


def test_a_flag_counts_more_than_a_token(caller: Caller) -> None:
    """Some servers have a token after the last page, for what comes tomorrow."""
    more = paged(step=Cursor("c", "/next"), more="/more")
    done = paged(step=Cursor("c", "/next"), done="/done")
    answer = {"data": [1], "next": "2", "more": False, "done": True}
    with serve(*bodies(answer)) as server:
        assert [1] == caller(server.address).items(more)
        assert [1] == caller(server.address).items(done)


def test_an_empty_page_of_a_counted_list_is_the_end_unless_there_is_more(
    caller: Caller,
) -> None:
    """A flag is trusted."""
    request = paged(step=PageNumber("page"), more="/more")
    script = bodies({"data": [], "more": True}, {"data": [1], "more": False})
    with serve(*script) as server:
        assert [1] == caller(server.address).items(request)


def test_a_circle_is_an_error(caller: Caller) -> None:
    """The same token twice would go on for ever."""
    request = paged(step=Cursor("c", "/next"))
    with serve(*bodies({"data": [1], "next": "2"})) as server:
        reader = caller(server.address)
        with pytest.raises(PaginationError, match="'2' leads back"):
            reader.items(request)

    assert 2 == len(server.requests)


def test_an_address_that_leads_to_itself_is_an_error(caller: Caller) -> None:
    """It was asked already, before it was a token."""
    request = paged(step=NextUrl("/next"))
    with serve(*bodies({"data": [1], "next": "/things"})) as server:
        reader = caller(server.address)
        with pytest.raises(PaginationError, match="leads back"):
            reader.items(request)

    assert 1 == len(server.requests)


def test_a_server_that_does_not_count_is_found_out(caller: Caller) -> None:
    """The same objects again are not the next page."""
    with serve(*bodies({"data": ITEMS[:2]})) as server:
        reader = caller(server.address)
        with pytest.raises(PaginationError, match="same items came twice"):
            reader.items(paged(step=Offset("offset")))

    assert 2 == len(server.requests)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/things",
        "//127.0.0.1:9/things",
        "http://evil@127.0.0.1/things",
        "file:///etc/passwd",
        "https://shop.example.evil/things",
        "http://[",
    ],
)
def test_an_address_elsewhere_is_refused(caller: Caller, address: str) -> None:
    """Credentials go to the server of the API and nowhere else."""
    with serve(*bodies({"data": [1], "next": address})) as server:
        reader = caller(server.address)
        with pytest.raises(PaginationError):
            reader.items(paged(step=NextUrl("/next")))

    assert 1 == len(server.requests)


@pytest.mark.parametrize("step", [NextUrl("/next"), LinkHeader()])
def test_an_address_below_what_its_server_knows_is_the_page_itself(
    caller: Caller, step: NextUrl | LinkHeader
) -> None:
    """DocuSign, and what is behind a gateway, leave out what stands before the path."""
    target = "/accounts/a%20b/things?page=2"
    answer = {"data": [1], "next": target}
    script = (
        reply(200, json.dumps(answer).encode(), link=f"<{target}>; rel=next"),
        *bodies({"data": [2]}),
    )
    with serve(*script) as server:
        reader = caller(f"{server.address}/restapi")
        request = paged(path="/v2.1/accounts/a%20b/things", step=step)
        assert [1, 2] == reader.items(request)

    assert [
        "GET /restapi/v2.1/accounts/a%20b/things HTTP/1.1",
        "GET /restapi/v2.1/accounts/a%20b/things?page=2 HTTP/1.1",
    ] == [each.line for each in server.requests]


PAGE = "https://shop.example/api/v2/shops/1/pets"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/shops/1/pets?page=2", f"{PAGE}?page=2"),
        ("/pets?page=2", f"{PAGE}?page=2"),
        ("/shops/%31/pets#top", PAGE.replace("/1/", "/%31/")),
        ("/api/v2/shops/1/pets?page=2", f"{PAGE}?page=2"),
        ("?page=2", f"{PAGE}?page=2"),
        ("pets?page=2", f"{PAGE}?page=2"),
        ("/shops/2/pets", "https://shop.example/shops/2/pets"),
        ("/ets", "https://shop.example/ets"),
        ("/", "https://shop.example/"),
        ("//evil.example/pets", "https://evil.example/pets"),
        ("https://shop.example/pets", "https://shop.example/pets"),
    ],
)
def test_only_a_path_of_the_page_is_read_below_its_own(
    target: str, expected: str
) -> None:
    """Everything else is what RFC 3986 makes of it."""
    assert expected == resolve(target, PAGE)


def test_a_token_from_elsewhere_is_refused(caller: Caller) -> None:
    """Also where it does not come from an answer."""
    with serve(*bodies({"data": [1]})) as server:
        reader = caller(server.address)
        with pytest.raises(PaginationError, match=r"http://evil\.example/x"):
            reader.by_page(paged(step=LinkHeader()), start="http://evil.example/x?k=1")

    assert [] == server.requests


def test_an_address_of_the_described_server_is_one_of_the_own(caller: Caller) -> None:
    """A gateway, or a server of tests, answers with the addresses of the real one."""
    address = f"{API.servers[0]}/things?page=2"
    script = bodies({"data": [1], "next": address}, {"data": [2]})
    with serve(*script) as server:
        reader = caller(f"{server.address}/gateway")
        assert [1, 2] == reader.items(paged(step=NextUrl("/next")))

    assert [
        "GET /gateway/things HTTP/1.1",
        "GET /gateway/things?page=2 HTTP/1.1",
    ] == [each.line for each in server.requests]


def test_an_address_of_the_server_of_an_operation_is_one_of_the_own(
    caller: Caller,
) -> None:
    """What that has beyond the server of the API stays, whatever stands before it."""
    own = f"{API.servers[0]}/v2"
    script = bodies({"data": [1], "next": f"{own}/things?page=2"}, {"data": [2]})
    with serve(*script) as server:
        reader = caller(f"{server.address}/gateway")
        request = paged(step=NextUrl("/next"), server=own)
        assert [1, 2] == reader.items(request)

    assert [
        "GET /gateway/v2/things HTTP/1.1",
        "GET /gateway/v2/things?page=2 HTTP/1.1",
    ] == [each.line for each in server.requests]


def test_credentials_go_with_every_page(caller: Caller) -> None:
    """And options of the call, but for what the address has already."""
    script = bodies({"data": [1], "next": "/things?k=1&page=2"}, {"data": [2]})
    with serve(*script) as server:
        options = {"query": {"k": 1, "z": 2}, "headers": {"x-a": "b"}}
        caller(server.address).by_page(paged(step=NextUrl("/next")), options)

    assert [
        "GET /things?k=1&z=2 HTTP/1.1",
        "GET /things?k=1&page=2&z=2 HTTP/1.1",
    ] == [each.line for each in server.requests]
    assert ["Bearer k-secret"] * 2 == [
        each.headers["authorization"] for each in server.requests
    ]
    assert ["b", "b"] == [each.headers["x-a"] for each in server.requests]


def test_a_key_for_repetition_is_for_the_first_page(caller: Caller) -> None:
    """By it a server would answer with the first page again."""
    request = paged(method="POST", step=Cursor("c", "/next", "body"))
    with serve(*bodies({"data": [1], "next": "2"}, {"data": [2]})) as server:
        caller(server.address).by_page(request, {"idempotency_key": "k"})

    assert ["k", None] == [
        each.headers.get("idempotency-key") for each in server.requests
    ]


def test_each_page_is_tried_again(caller: Caller) -> None:
    """A failure in the middle does not end the list."""
    script = bodies({"data": [1], "next": "2"}, {"data": [2]})
    with serve(script[0], reply(500), script[1]) as server:
        pages = caller(server.address).by_page(paged(step=Cursor("c", "/next")))

    assert [1, 2] == [page.response.attempts for page in pages]


def test_an_iterator_survives_a_failure() -> None:
    """What failed can be asked for again."""
    script = bodies({"data": [1], "next": "2"}, {"data": [2]})
    with (
        serve(script[0], reply(400), script[1]) as server,
        Blocking(server.address) as reader,
    ):
        pages = reader.pages(paged(step=Cursor("c", "/next")))
        each = pages.by_page()
        assert [1] == next(each).items
        with pytest.raises(StatusError, match="400"):
            next(each)
        assert [2] == next(each).items
        assert next(each, None) is None


def test_so_do_items() -> None:
    """A list that fails in between does not seem to end there."""
    script = bodies({"data": [1], "next": "2"}, {"data": [2, 3]})
    with (
        serve(script[0], reply(400), script[1]) as server,
        Blocking(server.address) as reader,
    ):
        items = reader.pages(paged(step=Cursor("c", "/next"))).items(max_items=2)
        assert 1 == next(items)
        with pytest.raises(StatusError, match="400"):
            next(items)
        assert [2] == list(items)


def test_what_keeps_failing_is_raised(caller: Caller) -> None:
    """As from any other call."""
    with serve(reply(500)) as server:
        reader = caller(server.address)
        with pytest.raises(ServerError):
            reader.items(paged(step=Cursor("c", "/next")))


@pytest.mark.parametrize(("data", "kind"), [("text", "str"), ({"a": 1}, "dict")])
def test_what_is_no_list_has_no_items(caller: Caller, data: Any, kind: str) -> None:
    """An error says what is there instead."""
    with serve(*bodies({"data": data})) as server:
        reader = caller(server.address)
        with pytest.raises(PaginationError, match=f"at /data.* of type {kind}"):
            reader.items(paged(step=Cursor("c", "/next")))


@pytest.mark.parametrize("token", [True, ["2"], {"at": 2}])
def test_what_is_no_token_leads_nowhere(caller: Caller, token: Any) -> None:
    """Only a text or a number goes into a parameter."""
    with serve(*bodies({"data": [1], "next": token})) as server:
        reader = caller(server.address)
        with pytest.raises(PaginationError, match="leads to no page"):
            reader.items(paged(step=Cursor("c", "/next")))


@pytest.mark.parametrize(
    ("token", "sent"),
    [(12, "12"), (1.5e12, "1500000000000"), (0.5, "0.5"), ("é", "%C3%A9")],
)
def test_numbers_are_tokens(caller: Caller, token: Any, sent: str) -> None:
    """A time in milliseconds has no fraction, though it may be a float."""
    with serve(*bodies({"data": [], "next": token}, {})) as server:
        caller(server.address).items(paged(step=Cursor("c", "/next")))

    assert f"GET /things?c={sent} HTTP/1.1" == server.requests[-1].line


def test_a_whole_answer_may_be_the_list(caller: Caller) -> None:
    """The pointer to all of it is empty."""
    with serve(*bodies([1, 2], [3], [])) as server:
        request = paged(step=Offset("skip"), items="")
        assert [1, 2, 3] == caller(server.address).items(request)

    assert ["", "?skip=2", "?skip=3"] == [
        each.line.split()[1].removeprefix("/things") for each in server.requests
    ]


def test_a_request_alone_gives_one_answer() -> None:
    """As it is, for those who want to page themselves."""
    with (
        serve(*bodies({"data": [1], "next": "2"})) as server,
        Client(base_url=server.address) as client,
    ):
        response = client.send(paged(step=Cursor("c", "/next")))

    assert {"data": [1], "next": "2"} == response.value


def test_an_attribute_of_the_answer_is_explained(caller: Caller) -> None:
    """Pages are no answer; a page has one."""
    pages: Any = caller("http://127.0.0.1").pages(paged(step=LinkHeader()))

    with pytest.raises(AttributeError, match=r"things\.list\(\).*'data'.*first\(\)"):
        pages.data  # noqa: B018
    assert not hasattr(pages, "data")


def test_async_pages_are_not_awaited() -> None:
    """The error says what is."""

    async def wait() -> None:
        pages: Any = Async("http://127.0.0.1").pages(paged(step=LinkHeader()))
        await pages

    with pytest.raises(TypeError, match=r"`async for`, or await its first\(\)"):
        asyncio.run(wait())


def test_pages_say_what_they_are(caller: Caller) -> None:
    """In a debugger."""
    pages = caller("http://127.0.0.1").pages(paged(step=LinkHeader()))

    assert f"<{type(pages).__name__} of things.list>" == repr(pages)


def test_a_body_of_text_takes_no_token() -> None:
    """There is no place for it."""
    from runtime.text_bodies import text_body

    request = paged(
        method="POST", step=Cursor("c", "/next", "body"), body=text_body("a")
    )
    with (
        serve(*bodies({"data": [1], "next": "2"})) as server,
        Blocking(server.address) as reader,
    ):
        items = reader.pages(request).items()
        with pytest.raises(TypeError, match="c needs a body that is"):
            list(itertools.islice(items, 2))


def test_an_address_is_asked_with_the_same_method() -> None:
    """It takes the place of path and query alone; a fragment is nothing to send."""
    with serve(reply(200)) as server, Client(base_url=server.address) as client:
        client.send(
            Request(
                operation="things.find",
                method="POST",
                path="/things",
                returns=None,
                url=partial(at_home, f"{server.address}/b?c=1"),
            )
        )

    assert ["POST /b?c=1 HTTP/1.1"] == [each.line for each in server.requests]
