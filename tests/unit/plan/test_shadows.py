"""An attribute that is called like a type does not stand for it."""

from __future__ import annotations

from unit.compiling import files, models

KEYS = [
    "date",
    "datetime",
    "decimal",
    "dict",
    "frozenset",
    "int",
    "ipaddress",
    "list",
    "set",
    "str",
    "tuple",
]


def test_attributes_are_not_what_annotations_mean() -> None:
    """Pydantic reads annotations in the namespace of the class."""
    listed = ", ".join(f"{key}: {{type: array, items: {{}}}}" for key in KEYS)
    found = models(f"X: {{type: object, properties: {{{listed}}}}}\n")["x"]

    assert 'list_: Annotated[list[Any] | None, Field(alias="list")]' in found
    assert "    date: list[Any] | None = None" in found
    assert ["    date:"] == [
        line.partition(":")[0] + ":"
        for line in found.splitlines()
        if line.strip().partition(":")[0] in KEYS
    ]


def test_arguments_are_not_what_annotations_mean() -> None:
    """Nor are the keys of typed dictionaries, which are defined as calls then."""
    body = "{type: object, properties: {list: {}, x: {$ref: '#/components/schemas/X'}}}"
    found = files(
        f"""paths:
  /x:
    post:
      requestBody: {{content: {{application/json: {{schema: {body}}}}}}}
      responses: {{}}
components:
  schemas:
    X: {{type: object, properties: {{str: {{type: string}}}}}}
""",
    )
    params = "\n".join(text for path, text in found.items() if "/params/" in path)

    assert "    list_: NotRequired[Any]" in params
    assert '"str": NotRequired[str]' in params


def test_a_class_without_case_is_not_its_attribute() -> None:
    """Scripts that have no capitals spell both alike."""
    found = models(
        """
        X: {type: object, properties: {名前: {$ref: '#/components/schemas/名前'}}}
        名前: {type: object, properties: {a: {}}}
        """,
    )

    assert '名前_: Annotated[名前 | None, Field(alias="名前")] = None' in found["x"]
