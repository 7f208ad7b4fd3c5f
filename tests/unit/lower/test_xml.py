"""What a document says of XML is kept, where it says it."""

from __future__ import annotations

from clientsmith.ir import Xml
from clientsmith.pointer import Pointer
from unit.compiling import api

SCHEMAS = """\
components:
  schemas:
    Book:
      type: object
      xml: {name: book, namespace: "https://books.example", prefix: b}
      properties:
        id: {type: integer, xml: {attribute: true}}
        isbn: {type: string, xml: {nodeType: attribute}}
        title: {type: string}
        tags:
          type: array
          xml: {wrapped: true}
          items: {type: string, xml: {name: tag}}
"""


def test_xml_is_kept_by_place() -> None:
    """Of objects, properties and items, as the specification has it."""
    book = Pointer("", ("components", "schemas", "Book"))
    properties = book / "properties"

    assert {
        book: Xml(name="book", namespace="https://books.example", prefix="b"),
        properties / "id": Xml(attribute=True),
        properties / "isbn": Xml(attribute=True, node_type="attribute"),
        properties / "tags": Xml(wrapped=True),
        properties / "tags" / "items": Xml(name="tag"),
    } == api(SCHEMAS).xml
