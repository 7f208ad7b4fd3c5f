"""The reference has what models have, and what enumerations list."""

from __future__ import annotations

import re

from unit.compiling import files

PATHS = """
paths:
  /pets:
    get:
      responses:
        '200':
          description: d
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
"""
PET = """
    Pet:
      description: A pet. It has a name.
      type: object
      required: [id]
      properties:
        id: {type: integer, description: "Which | it is. More."}
        state: {$ref: '#/components/schemas/State'}
        extra: {$ref: '#/components/schemas/Either'}
        secret: {type: string, writeOnly: true}
      additionalProperties: {type: boolean}
    State: {enum: [alive, "ill `x`"], type: string}
    Either: {oneOf: [{type: string}, {type: integer}]}
"""


def reference(schemas: str) -> dict[str, str]:
    """Generate the pages of the reference."""
    found = files(f"{PATHS}{schemas}")
    return {path: text for path, text in found.items() if "eference" in path.lower()}


def test_a_model_has_a_line_for_each_attribute() -> None:
    """Its name, whether it is required, its type, and the first sentence."""
    [text] = reference(PET).values()
    _, _, pet = text.partition("### `Pet`")

    assert [
        "",
        "",
        "A pet.",
        "",
        "- `id` (required): `int`. Which | it is.",
        "- `extra`: `Either | None`",
        "- `state`: `State | None`",
        "- anything else: `bool | str`",
        "",
    ] == pet.split("###")[0].split("\n")[:9]


def test_enumerations_list_their_values_and_aliases_their_types() -> None:
    """As JSON has them; what is not closed cannot open anything."""
    [text] = reference(PET).values()

    assert "### `Either`\n\n- `str | int`" in text
    assert re.search(r"### `State`\n\n- one of `\"alive\"`, ", text)


UNION = """
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind}
    Cat:
      type: object
      required: [kind]
      properties:
        kind: {const: Cat}
        friends: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Pet'}}
        one:
          discriminator: {propertyName: kind}
          oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
    A: {type: object, required: [kind], properties: {kind: {const: A}}}
    B: {type: object, required: [kind], properties: {kind: {const: B}}}
    Dog: {type: object, required: [kind], properties: {kind: {const: Dog}}}
"""


def test_a_union_says_what_tells_its_variants_apart() -> None:
    """A line for each; types are without what is asserted of them."""
    [text] = reference(UNION).values()
    _, _, pet = text.partition("### `Pet`")

    assert [
        '- `Cat`, where `kind` is `"Cat"`',
        '- `Dog`, where `kind` is `"Dog"`',
        "- `Unknown`, otherwise",
    ] == [line for line in pet.splitlines() if line.startswith("- ")]
    assert "- `friends`: `list[Pet] | None`" in text
    assert "- `one`: `CatOne | None`" in text


def large(letter: str, models: int, properties: int) -> str:
    """Describe many models, each of which the first one has."""
    fields = ", ".join(
        f"p{n}: {{type: string, description: d}}" for n in range(properties)
    )
    body = f"{{type: object, properties: {{{fields}}}}}"
    return "".join(f"    {letter}{n}: {body}\n" for n in range(models))


def pet_of(*names: str) -> str:
    """Describe what has other models."""
    fields = "".join(
        f"        {name.lower()}: {{$ref: '#/components/schemas/{name}'}}\n"
        for name in names
    )
    return f"    Pet:\n      type: object\n      properties:\n{fields}"


def test_a_large_api_has_pages_by_letters() -> None:
    """Attributes have their types alone, and the contents lead to each page."""
    names = [f"A{n}" for n in range(90)] + ["B0"]
    pages = reference(pet_of(*names) + large("A", 90, 10) + large("B", 1, 1))
    contents = pages["REFERENCE.md"]

    assert {
        "REFERENCE.md",
        "reference/models/a.md",
        "reference/models/b.md",
        "reference/models/p.md",
    } == {*pages}
    assert "[a](reference/models/a.md), [b](reference/models/b.md)" in contents
    assert "### `A0`\n\n- `p0`: `str | None`\n- `p1`" in pages["reference/models/a.md"]
    assert "### `A0`" not in contents


def test_a_page_does_not_grow_without_bounds() -> None:
    """A letter that has many models has several."""
    names = [f"A{n}" for n in range(50)]
    pages = reference(pet_of(*names) + large("A", 50, 100))

    assert {"reference/models/a.md", "reference/models/a2.md"} < {*pages}
    assert all(text.count("\n") < 5000 for text in pages.values())
