"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import httpx2
from bookshop import Client
from bookshop._runtime.to_json import to_json

JSON: TypeAlias = (
    "None | bool | int | float | str | bytes | list[JSON] | dict[str, JSON]"
)


class Server:
    """Gives every request one answer, and remembers what was asked."""

    def __init__(self, status: int, content_type: str, answer: object) -> None:
        self._status = status
        self._headers = {"content-type": content_type}
        self._answer = answer
        self.method = ""
        self.line = ""
        self.query: dict[str, str] = {}
        self.headers: dict[str, str] = {}
        self.content = b""

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.method = request.method
        self.line = f"{request.method} {request.url.path}"
        self.query = dict(request.url.params)
        self.headers = dict(request.headers)
        self.content = request.read()
        answer = self._answer
        content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        return httpx2.Response(self._status, headers=self._headers, content=content)

    def body(self) -> Any:
        """Read the JSON that was sent."""
        return json.loads(self.content)

    def client(self) -> Client:
        """Return a client that asks this server."""
        options: Any = {
            "base_url": "http://test",
            "http_client": httpx2.Client(transport=httpx2.MockTransport(self)),
        }
        return Client(api_key="test", **options)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_books_list() -> None:
    expected: JSON = [
        {
            "id": 1,
            "title": "title",
            "format": {"kind": "paper", "pages": 1},
            "@type": "Book",
            "class": "QA76",
            "publishedOn": "2026-01-31",
            "publisher": {
                "name": "name",
                "address": {"city": "city", "countryCode": "countryCode"},
            },
            "reviews": [{"by": "customer", "stars": 1}],
            "stock": {"key": 1},
            "subtitle": "subtitle",
        }
    ]
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.books.list(x_shop_branch="X-Shop-Branch")

    assert wire(answer) == expected
    assert server.line == "GET /books"
    assert server.headers.items() >= {"x-shop-branch": "X-Shop-Branch"}.items()


def test_books_create() -> None:
    expected: JSON = {
        "id": 1,
        "title": "title",
        "format": {"kind": "paper", "pages": 1},
        "@type": "Book",
        "class": "QA76",
        "publishedOn": "2026-01-31",
        "publisher": {
            "name": "name",
            "address": {"city": "city", "countryCode": "countryCode"},
        },
        "reviews": [{"by": "customer", "stars": 1}],
        "stock": {"key": 1},
        "subtitle": "subtitle",
    }
    server = Server(201, "application/json", expected)
    client = server.client()

    answer = client.books.create(title="title", format={"kind": "paper", "pages": 1})

    assert wire(answer) == expected
    assert server.line == "POST /books"
    assert (
        server.body().items()
        >= {"title": "title", "format": {"kind": "paper", "pages": 1}}.items()
    )


def test_books_get() -> None:
    expected: JSON = {
        "id": 1,
        "title": "title",
        "format": {"kind": "paper", "pages": 1},
        "@type": "Book",
        "class": "QA76",
        "publishedOn": "2026-01-31",
        "publisher": {
            "name": "name",
            "address": {"city": "city", "countryCode": "countryCode"},
        },
        "reviews": [{"by": "customer", "stars": 1}],
        "stock": {"key": 1},
        "subtitle": "subtitle",
    }
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.books.get(1)

    assert wire(answer) == expected
    assert server.line == "GET /books/1"


def test_books_delete() -> None:
    server = Server(204, "", b"")
    client = server.client()

    client.books.delete(1)

    assert server.line == "DELETE /books/1"


def test_books_get_blurb() -> None:
    expected: JSON = "text"
    server = Server(200, "text/plain", b"text")
    client = server.client()

    answer = client.books.get_blurb(1)

    assert wire(answer) == expected
    assert server.line == "GET /books/1/blurb"


def test_books_list_similar() -> None:
    expected: JSON = [
        {
            "id": 1,
            "title": "title",
            "format": {"kind": "paper", "pages": 1},
            "@type": "Book",
            "class": "QA76",
            "publishedOn": "2026-01-31",
            "publisher": {
                "name": "name",
                "address": {"city": "city", "countryCode": "countryCode"},
            },
            "reviews": [{"by": "customer", "stars": 1}],
            "stock": {"key": 1},
            "subtitle": "subtitle",
        }
    ]
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.books.list_similar(1)

    assert wire(answer) == expected
    assert server.line == "GET /books/1/similar"


def test_categories_get_tree() -> None:
    expected: JSON = {
        "name": "name",
        "children": [{"name": "name", "children": [{"name": "name"}]}],
    }
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.categories.get_tree()

    assert wire(answer) == expected
    assert server.line == "GET /categories"


def test_prices_replace() -> None:
    expected: JSON = {"key": {"isbn": "isbn", "amount": 1, "currency": "EUR"}}
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.prices.replace(body=[{"isbn": "isbn", "amount": 1}])

    assert wire(answer) == expected
    assert server.line == "PUT /prices"
    assert server.body() == [{"isbn": "isbn", "amount": 1}]
