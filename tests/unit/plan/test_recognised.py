"""What makes models knows the tags by which unions recognise them."""

from __future__ import annotations

import ast
from typing import Any

from unit.compiling import files

START = """
paths:
  /events:
    get:
      operationId: list
      responses:
        '200':
          description: d
          content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}
components:
  schemas:
    Kind: {type: object, properties: {kind: {enum: [a, b, c]}}, required: [kind]}
    A: {allOf: [{$ref: '#/components/schemas/Kind'}, {properties: {a: {}}}]}
    B: {allOf: [{$ref: '#/components/schemas/Kind'}, {properties: {b: {}}}]}
    C: {type: object, required: [kind], properties: {kind: {const: c}}}
    D: {type: object, properties: {size: {type: integer}}}
    Event:
      oneOf:
      - {$ref: '#/components/schemas/A'}
      - {$ref: '#/components/schemas/B'}
      - {$ref: '#/components/schemas/C'}
      - {$ref: '#/components/schemas/D'}
      discriminator:
        propertyName: kind
        mapping:
          a: '#/components/schemas/A'
          b: '#/components/schemas/B'
          c: '#/components/schemas/C'
          d: '#/components/schemas/D'
"""


def tags(start: str = START) -> Any:
    """Return the tags that are generated for models of tests."""
    tree = ast.parse(files(start)["pets/testing/making.py"])
    (call,) = (each for each in ast.walk(tree) if isinstance(each, ast.Call))
    (found,) = (each.value for each in call.keywords if each.arg == "tags")
    return ast.literal_eval(found)


def test_a_model_is_listed_unless_it_says_its_tag_itself() -> None:
    """Under the name of its class: an enumeration and an absent property do not say."""
    expected = {"A": {"kind": "a"}, "B": {"kind": "b"}, "D": {"kind": "d"}}

    assert expected == tags()


PARENT = (
    START[: START.index("    Kind:")]
    + """\
    Event:
      type: object
      required: [kind]
      properties: {kind: {enum: [a, z]}}
      discriminator:
        propertyName: kind
        mapping: {a: '#/components/schemas/A', b: '#/components/schemas/B'}
    A: {allOf: [{$ref: '#/components/schemas/Event'}, {properties: {a: {}}}]}
    B: {allOf: [{$ref: '#/components/schemas/Event'}, {properties: {b: {}}}]}
    C: {allOf: [{$ref: '#/components/schemas/Event'}, {properties: {c: {}}}]}
"""
)


def test_a_tag_that_is_not_allowed_counts_only_if_a_mapping_has_it() -> None:
    """Where it is silent, the tag is one that is allowed and means nothing else."""
    expected = {"A": {"kind": "a"}, "B": {"kind": "b"}, "C": {"kind": "z"}}

    assert expected == tags(PARENT)
