"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import TypeAlias

from bookshop import models
from bookshop._runtime.to_json import to_json
from bookshop.testing import FakeApi, make

JSON: TypeAlias = (
    "None | bool | int | float | str | bytes | list[JSON] | dict[str, JSON]"
)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_books_list() -> None:
    expected = [make(models.Book)]
    fake = FakeApi()
    fake.books.list.returns(expected)
    client = fake.client

    answer = client.books.list(x_shop_branch="X-Shop-Branch")

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /books"
    assert call.headers.items() >= {"x-shop-branch": "X-Shop-Branch"}.items()


def test_books_create() -> None:
    expected = make(models.Book)
    fake = FakeApi()
    fake.books.create.returns(expected, status=201)
    client = fake.client

    answer = client.books.create(title="title", format={"kind": "paper", "pages": 1})

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "POST /books"
    assert (
        call.json.items()
        >= {"title": "title", "format": {"kind": "paper", "pages": 1}}.items()
    )


def test_books_get() -> None:
    expected = make(models.Book)
    fake = FakeApi()
    fake.books.get.returns(expected)
    client = fake.client

    answer = client.books.get(1)

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /books/1"


def test_books_delete() -> None:
    fake = FakeApi()
    fake.books.delete.returns(None)
    client = fake.client

    client.books.delete(1)

    (call,) = fake.calls
    assert call.line == "DELETE /books/1"


def test_books_get_blurb() -> None:
    expected = "text"
    fake = FakeApi()
    fake.books.get_blurb.returns(
        expected.encode(), headers={"content-type": "text/plain"}
    )
    client = fake.client

    answer = client.books.get_blurb(1)

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /books/1/blurb"


def test_books_list_similar() -> None:
    expected = [make(models.Book)]
    fake = FakeApi()
    fake.books.list_similar.returns(expected)
    client = fake.client

    answer = client.books.list_similar(1)

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /books/1/similar"


def test_categories_get_tree() -> None:
    expected = make(models.Category)
    fake = FakeApi()
    fake.categories.get_tree.returns(expected)
    client = fake.client

    answer = client.categories.get_tree()

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /categories"


def test_prices_replace() -> None:
    expected: JSON = {"key": {"isbn": "isbn", "amount": 1, "currency": "EUR"}}
    fake = FakeApi()
    fake.prices.replace.returns(to_json(expected))
    client = fake.client

    answer = client.prices.replace(body=[{"isbn": "isbn", "amount": 1}])

    (call,) = fake.calls
    assert wire(answer) == expected
    assert call.line == "PUT /prices"
    assert call.json == [{"isbn": "isbn", "amount": 1}]
