"""What callers see of a call, and nothing that no file of the package says."""

from __future__ import annotations

from clientsmith.plan import Options, decide
from clientsmith.surface.made import surface_of
from unit.compiling import api

PETS = """\
paths:
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {operationId: getPet, responses: {"200": {description: It.}}}
    delete:
      operationId: deletePet
      parameters: [{name: force, in: query, schema: {type: boolean}}]
      responses: {"204": {description: Gone.}}
"""


def test_only_keywords_have_a_class_that_has_a_name() -> None:
    """Nobody keeps what another one would be called, so that it may change."""
    methods = surface_of(decide(api(PETS), Options("pets"))).methods
    names = {one.verb: [each.name for each in one.overloads] for one in methods}

    assert {"DELETE": ["PetDeleteParams"], "GET": [""]} == names
