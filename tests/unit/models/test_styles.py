"""What models of each kind can do for whoever has no client."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
import pytest
from pydantic import TypeAdapter

from unit.models.making import BOOKSHOP, models_of

BOOK = {
    "id": 7,
    "title": "SICP",
    "@type": "Book",
    "class": "QA76",
    "publishedOn": "1985-07-01",
    "subtitle": None,
    "format": {"kind": "paper", "pages": 657},
    "reviews": [{"by": "press", "paper": "The Lambda", "text": "(good)"}],
    "publisher": {"name": "MIT Press", "address": {"countryCode": "US"}},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep the packages together."""
    return tmp_path_factory.mktemp("models")


def test_dataclasses_take_keywords_under_python_names(folder: Path) -> None:
    """What a property is called in JSON is said, since a dataclass cannot know it."""
    models = models_of(BOOKSHOP, folder, "dataclass")
    address = models.BookPublisherAddress(country_code="US")

    assert {"city": None, "country_code": "US"} == dataclasses.asdict(address)
    with pytest.raises(TypeError):
        models.Price("isbn", 1.0)
    assert "`publishedOn` in JSON." in Path(models.__file__).read_text("utf-8")


def test_typed_dictionaries_have_the_keys_of_the_wire(folder: Path) -> None:
    """And say which of them may be absent."""
    models = models_of(BOOKSHOP, folder, "typeddict")

    assert {"id", "title", "format"} == models.Book.__required_keys__
    assert set() == BOOK.keys() - models.Book.__annotations__.keys()


def test_structs_decode_and_encode_what_the_client_does(folder: Path) -> None:
    """By alias, absent apart from null, unions by their tag."""
    models = models_of(BOOKSHOP, folder, "msgspec")
    book = msgspec.json.decode(json.dumps(BOOK), type=models.Book)

    assert ("QA76", None) == (book.class_, book.subtitle)
    assert isinstance(book.reviews[0], models.PressReview)
    assert book.stock is msgspec.UNSET
    assert BOOK == json.loads(msgspec.json.encode(book))


@pytest.mark.parametrize("style", ["pydantic", "pydantic-dataclass"])
def test_pydantic_reads_and_writes_by_alias(folder: Path, style: Any) -> None:
    """And takes Python names, too; what is not declared can still be looked at."""
    models = models_of(BOOKSHOP, folder, style)
    adapter = TypeAdapter(models.Book)
    book = adapter.validate_json(json.dumps({**BOOK, "new": 1}))
    written = adapter.dump_python(book, mode="json", by_alias=True, exclude_none=True)

    assert ("QA76", 1985) == (book.class_, book.published_on.year)
    assert 1 == book.new
    assert BOOK == {key: written.get(key) for key in BOOK}
    assert "MIT" == models.BookPublisher(name="MIT").name


def test_enumerations_are_open_where_the_style_lets_them(folder: Path) -> None:
    """A server may add values; msgspec knows one kind of string in a union."""
    opened = models_of(BOOKSHOP, folder, "dataclass")
    closed = models_of(BOOKSHOP, folder, "msgspec")

    assert "str" in str(opened.PriceCurrency).replace("'", "")
    assert "Literal['EUR', 'GBP', 'USD']" in str(closed.PriceCurrency)
    assert get_type_hints(closed.Price)["isbn"] is str
