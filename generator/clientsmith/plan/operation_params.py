"""The typed dictionary of an operation: what may be given by keyword."""

from __future__ import annotations

from clientsmith.ir import Bounds, MediaType

from .annotations import optional
from .arguments import Taken, object_of
from .casing import named
from .code import Code, code
from .docs import documented
from .inputs import NOT_REQUIRED, Inputs, typed_dict
from .module import own_docs, with_docs
from .operations import Planned
from .package import ClassDefinition


def define_params(planned: Planned, inputs: Inputs) -> ClassDefinition | None:
    """Define what `**params` of an operation may hold, if it takes any."""
    if planned.params is None:
        return None
    about = documented(
        f"What `client.{planned.dotted}` accepts.", _together(planned, inputs), None
    )
    fields = [_field(one, inputs) for one in planned.arguments.keywords]
    return typed_dict(planned.params, about, fields, inputs)


def _together(planned: Planned, inputs: Inputs) -> Bounds:
    """Return what is asserted of the body whose properties are the arguments."""
    body = planned.arguments.body
    if not planned.arguments.flattened or not isinstance(body, MediaType):
        return Bounds()
    object_ = object_of(inputs.names.api, body.type)
    return object_.bounds if object_ else Bounds()


def _field(taken: Taken, inputs: Inputs) -> Code:
    text = inputs.annotate(taken.type)
    if not taken.required:
        inputs.names.imports.add(NOT_REQUIRED)
        text = code("NotRequired[{}]", optional(text))
    line = code("{}: {}", named(taken.name), text)
    return with_docs(line, own_docs(taken, inputs.names), indent=4)
