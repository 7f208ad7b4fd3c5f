"""Schemas that all hold are one class: properties of all, bounds of each."""

from __future__ import annotations

import pytest

from cases.using import Case

BOOK = {
    "isbn": "978",
    "kind": "book",
    "price": 9.5,
    "id": 7,
    "title": "SICP",
    "level": 2,
    "maker": {"name": "MIT Press", "country": "US"},
    "shelf": {"row": 3},
    "spare": {"row": 4},
    "code": "ab",
}
GIVEN = {"isbn": "978", "kind": "book", "price": 9.5, "id": 7}


def test_there_is_one_class(case: Case) -> None:
    """What two parts say of one property is combined."""
    book = case.client(BOOK).books.create(**GIVEN)

    assert (7, "SICP", 2) == (book.id, book.title, book.level)
    assert ("MIT Press", "US") == (book.maker.name, book.maker.country)
    assert isinstance(book.shelf, case.models.Shelf)
    assert BOOK == case.written(book)
    assert GIVEN == case.sent


def test_the_narrower_part_holds(case: Case) -> None:
    """A constant of an enumeration, an integer of numbers, the bounds of both."""
    docs = case.docs("models/book")

    assert 'kind: Literal["book"]' in docs
    assert "level: Annotated[int | None, Asserts(minimum=1, maximum=9)]" in docs


def test_one_part_is_that_part(case: Case) -> None:
    """What stands beside it belongs to the place."""
    assert "shelf: Shelf | None = None" in case.docs("models/book")
    assert "Where it stands." in case.docs("models/book")
    with pytest.raises(TypeError, match="shelf"):
        case.client(BOOK).books.create(**GIVEN, shelf={"row": 3})


@pytest.mark.parametrize(
    "wrong",
    [
        {"level": 2.5},
        {"level": 0},
        {"level": 10},
        {"kind": "toy"},
        {"maker": {}},
        {"title": ""},
        {"title": "x" * 81},
        {"code": "a"},
        {"isbn": "9" * 14},
    ],
)
def test_what_one_part_refuses_is_refused(case: Case, wrong: dict[str, object]) -> None:
    """In strict validation."""
    answer = {**BOOK, **wrong}

    assert case.refuses(lambda client: client.books.create(**GIVEN), answer)
