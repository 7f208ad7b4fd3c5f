"""The bookshop client does what its document says."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from golden.answering import Server

BOOK = {
    "id": 7,
    "title": "SICP",
    "@type": "Book",
    "class": "QA76",
    "publishedOn": "1985-07-01",
    "subtitle": None,
    "format": {"kind": "paper", "pages": 657},
    "reviews": [
        {"by": "customer", "stars": 5},
        {"by": "press", "paper": "The Lambda", "text": "(good)"},
        {"by": "robot", "score": 0.9},
    ],
    "stock": {"Berlin": 3},
    "publisher": {"name": "MIT Press", "address": {"countryCode": "US"}},
}


@pytest.fixture(scope="module")
def bookshop(use: Callable[[str], ModuleType]) -> ModuleType:
    """Import the package."""
    return use("bookshop")


def client(bookshop: ModuleType, server: Server) -> Any:
    """Make a client with the key of the shop."""
    return server.client(bookshop, api_key="secret")


def test_parameters_go_where_the_document_says(bookshop: ModuleType) -> None:
    """Arrays exploded and not, a date, a header, and the key."""
    server = Server([])
    found = client(bookshop, server).books.list(
        x_shop_branch="Berlin",
        author=["Abelson", "Sussman & Sussman"],
        ids=[1, 2],
        published_after=dt.date(1985, 1, 1),
    )
    query = "author=Abelson&author=Sussman%20%26%20Sussman&ids=1,2"

    assert [] == found
    assert f"GET /v2/books?{query}&published-after=1985-01-01" == server.asked
    assert "Berlin" == server.request.headers["X-Shop-Branch"]
    assert "secret" == server.request.headers["X-Shop-Key"]


def test_a_book_is_typed_to_its_last_corner(bookshop: ModuleType) -> None:
    """Aliases, dates, unions by tag and by constant, maps, inline objects."""
    book = client(bookshop, Server(BOOK)).books.get(7)

    assert isinstance(book, bookshop.models.Book)
    assert "QA76" == book.class_
    assert "Book" == book.type
    assert dt.date(1985, 7, 1) == book.published_on
    assert book.subtitle is None
    assert isinstance(book.format, bookshop.models.Paper)
    assert isinstance(book.reviews[0], bookshop.models.CustomerReview)
    assert isinstance(book.reviews[1], bookshop.models.PressReview)
    assert "Unknown" == type(book.reviews[2]).__name__
    assert {"Berlin": 3} == book.stock
    assert "US" == book.publisher.address.country_code


def test_a_book_that_was_answered_can_be_sent(bookshop: ModuleType) -> None:
    """Arguments have Python names, the body has those of the wire."""
    server = Server(BOOK, status=201)
    shop = client(bookshop, server)
    book = shop.books.get(7)
    shop.books.create(
        title="SICP",
        format=book.format,
        reviews=book.reviews,
        class_="QA76",
        published_on=book.published_on,
        purchase_price=2.5,
        subtitle=None,
    )
    sent = {
        key: BOOK[key]
        for key in ("title", "format", "reviews", "class", "publishedOn", "subtitle")
    }

    assert {**sent, "purchasePrice": 2.5} == json.loads(server.request.content)


def test_the_body_may_be_an_array(bookshop: ModuleType) -> None:
    """Then it is one argument, and the answer is a map of models."""
    server = Server({"low": {"isbn": "1", "amount": 2}})
    prices = client(bookshop, server).prices.replace(body=[{"isbn": "1", "amount": 2}])

    assert [{"isbn": "1", "amount": 2}] == json.loads(server.request.content)
    assert 2 == prices["low"].amount


def test_text_is_answered_as_text(bookshop: ModuleType) -> None:
    """And asked for."""
    server = Server("Wizards: naïve.".encode(), "text/plain; charset=utf-8")
    blurb = client(bookshop, server).books.get_blurb(7)

    assert "Wizards: naïve." == blurb
    assert "text/plain" == server.request.headers["accept"]


def test_a_tree_is_made_of_one_model(bookshop: ModuleType) -> None:
    """A schema may refer to itself."""
    tree: dict[str, object] = {
        "name": "all",
        "children": [{"name": "new", "children": []}],
    }
    root = client(bookshop, Server(tree)).categories.get_tree()

    assert isinstance(root.children[0], bookshop.models.Category)


def test_a_deprecated_operation_warns_and_answers_none(bookshop: ModuleType) -> None:
    """204 has no content."""
    shop = client(bookshop, Server(b"", status=204))
    with pytest.warns(DeprecationWarning, match="no longer"):
        shop.books.delete(7)


@pytest.mark.parametrize(
    ("status", "kind"), [(404, "NotFoundError"), (418, "StatusError")]
)
def test_errors_carry_the_documented_body(
    bookshop: ModuleType, status: int, kind: str
) -> None:
    """By status, and by default."""
    problem = {"title": "No", "detail": "Never."}
    shop = client(bookshop, Server(problem, "application/problem+json", status))
    call = shop.books.get if status == 404 else shop.books.list
    given = (7,) if status == 404 else ()
    named = {} if status == 404 else {"x_shop_branch": "Berlin"}
    with pytest.raises(getattr(bookshop.errors, kind)) as raised:
        call(*given, **named)

    assert isinstance(raised.value.body, bookshop.models.Problem)
    assert "Never." == raised.value.body.detail


def test_a_misspelt_argument_is_named(bookshop: ModuleType) -> None:
    """With what was probably meant."""
    with pytest.raises(TypeError, match="did you mean 'author'"):
        client(bookshop, Server([])).books.list(x_shop_branch="B", auther=["A"])


def test_the_async_client_answers_the_same(bookshop: ModuleType) -> None:
    """Awaited."""
    server = Server(BOOK)

    async def get() -> Any:
        async with server.async_client(bookshop, api_key="secret") as shop:
            return await shop.books.get(7)

    assert 657 == asyncio.run(get()).format.pages
