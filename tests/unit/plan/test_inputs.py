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
