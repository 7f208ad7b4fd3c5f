"""Generated tests make models, unless nothing is right for one."""

from __future__ import annotations

from unit.compiling import files

PATHS = """\
paths:
  /{name}:
    get:
      operationId: get{name}
      responses:
        '200':
          description: d
          content:
            application/json: {{schema: {{$ref: '#/components/schemas/{name}'}}}}
"""
SCHEMAS = """\
components:
  schemas:
    Right: {type: object, required: [a], properties: {a: {type: string}}}
    Wrong:
      type: object
      required: [a, b]
      properties: {a: {type: string}}
      additionalProperties: false
    Holder:
      type: object
      required: [wrong]
      properties: {wrong: {$ref: '#/components/schemas/Wrong'}}
    Friend: {type: object, properties: {wrong: {$ref: '#/components/schemas/Wrong'}}}
"""


def beside(name: str) -> str:
    """Return the tests beside a client of one operation."""
    return files(PATHS.format(name=name) + SCHEMAS)["tests/test_calls.py"]


def test_a_model_that_can_be_right_is_made() -> None:
    """Also one that may do without what cannot."""
    assert "make(models.Right)" in beside("Right")
    assert "make(models.Friend)" in beside("Friend")


def test_one_that_requires_what_it_forbids_is_written_out() -> None:
    """And so is one that requires such a one."""
    assert "make(" not in beside("Wrong")
    assert "make(" not in beside("Holder")
