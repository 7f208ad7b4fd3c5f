"""Anchors and identifiers are names that a reference may use."""

from __future__ import annotations

from cases.using import Case

LIBRARY = {
    "book": {"title": "SICP"},
    "author": {"name": "Ada", "home": {"city": "London"}},
    "place": {"shelf": 3},
}


def test_references_lead_to_them(case: Case) -> None:
    """To the classes of the components that have them."""
    library = case.client(LIBRARY).libraries.create(book={"title": "SICP"})

    assert isinstance(library.book, case.models.Book)
    assert isinstance(library.author, case.models.Author)
    assert isinstance(library.place, case.models.Place)
    assert LIBRARY == case.written(library)


def test_an_identifier_is_the_base_of_what_is_inside(case: Case) -> None:
    """`#` is the schema there, and not the document."""
    library = case.client(LIBRARY).libraries.create(book={"title": "SICP"})

    assert "London" == library.author.home.city
