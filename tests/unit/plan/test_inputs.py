"""What requests accept is described, whatever its keys are called."""

from __future__ import annotations

from unit.compiling import files

PATHS = """
paths:
  /x:
    put:
      operationId: put_x
      requestBody:
        content:
          application/json:
            schema: {type: array, items: {$ref: '#/components/schemas/Move'}}
      responses: {'204': {description: Done}}
components:
  schemas:
    Move:
      type: object
      description: Where things go.
      properties:
        from: {type: string, description: Where it was. Not empty., minLength: 1}
        to: {type: string}
"""
DOCS = """\
\"""Where things go.

Keys:
    from: Where it was. Not empty. At least 1 character.
\"""
"""


def test_keys_that_are_no_identifiers_are_described() -> None:
    """In the docstring of the dictionary, for they have none of their own."""
    made = files(PATHS)

    assert made["pets/params/move.py"].endswith(DOCS)


CIRCLE = """
paths:
  /x:
    put:
      operationId: put_x
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Apply'}}}
      responses: {'204': {description: Done}}
components:
  schemas:
    Apply:
      type: object
      required: [arguments]
      properties:
        arguments: {type: array, items: {$ref: '#/components/schemas/Argument'}}
    Argument:
      oneOf: [{$ref: '#/components/schemas/Value'}, {$ref: '#/components/schemas/Test'}]
    Value: {oneOf: [{type: string}, {$ref: '#/components/schemas/Apply'}]}
    Test: {oneOf: [{type: boolean}, {$ref: '#/components/schemas/Not'}]}
    Not:
      type: object
      required: [child]
      properties: {child: {$ref: '#/components/schemas/Argument'}}
"""


def test_what_names_other_aliases_of_a_circle_stands_below_them() -> None:
    """It need not be evaluated late, and Pyright takes it for a type."""
    made = "".join(
        text for path, text in files(CIRCLE).items() if path.startswith("pets/params/")
    )
    line = "ArgumentParam: TypeAlias = ValueParam | TestParam\n"

    assert line in made
    for name in ("ValueParam", "TestParam"):
        assert made.index(f"\n{name} = TypeAliasType(") < made.index(line)
