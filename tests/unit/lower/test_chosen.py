"""Objects that a tag chooses among variants say which values of it do."""

from __future__ import annotations

import pytest

from clientsmith.ir import ObjectSchema
from unit.compiling import declared, files

PETS = """
Pet:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
  discriminator: {propertyName: kind, mapping: {c: Cat, cat: Cat}}
Cat: {type: object, required: [kind], properties: {kind: KIND, lives: {type: string}}}
Dog: {type: object, required: [kind], properties: {kind: KIND}}
Stray: {$ref: '#/components/schemas/Cat'}
"""
FOUND = """
paths:
  /pets:
    put:
      operationId: replacePet
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
      responses: {'204': {description: Done}}
components:
  schemas:
"""


def tags(name: str, kind: str) -> tuple[str, ...]:
    """Return what is known of the property `kind` of an object."""
    found = declared(PETS.replace("KIND", kind), name)

    assert isinstance(found, ObjectSchema)
    return found.properties[0].tags


@pytest.mark.parametrize("kind", ["{type: string}", "{type: [string, 'null']}"])
def test_they_are_those_of_the_mapping_else_the_name_of_the_schema(kind: str) -> None:
    """As the variants of the union have them; other properties have none."""
    assert ("c", "cat") == tags("Cat", kind)
    assert ("Dog",) == tags("Dog", kind)


@pytest.mark.parametrize("kind", ["{const: c}", "{enum: [c, d]}", "{type: integer}"])
def test_what_says_its_values_itself_keeps_them(kind: str) -> None:
    """An enumeration has a class, whose members are accepted, too."""
    assert () == tags("Cat", kind)


def test_requests_accept_no_other_tag() -> None:
    """What is read by itself may still have any: a mapping asserts nothing."""
    schemas = PETS.replace("KIND", "{type: string}").replace("\n", "\n    ")
    made = files(FOUND + schemas)

    assert 'kind: Literal["c", "cat"]' in made["pets/params/cat.py"]
    assert "kind: str" in made["pets/models/cat.py"]


def test_examples_show_a_tag() -> None:
    """Even where the object is sent by itself, and its own example is another one."""
    schemas = PETS.replace("KIND", "{type: string, example: d}").replace("\n", "\n    ")
    made = files(FOUND.replace("schemas/Pet", "schemas/Cat") + schemas)

    assert 'kind="c"' in made["README.md"]
