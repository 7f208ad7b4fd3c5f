"""The typed dictionary of an operation: what may be given by keyword."""

from __future__ import annotations

from clientsmith.ir import Bounds

from .annotations import optional
from .arguments import Variant
from .bodies import object_of
from .casing import named
from .code import Code, code
from .docs import documented
from .inputs import NOT_REQUIRED, Inputs, typed_dict
from .module import own_docs, with_docs
from .operations import Planned
from .package import ClassDefinition
from .taken import Taken


def define_params(planned: Planned, inputs: Inputs) -> list[ClassDefinition]:
    """Define what `**params` of an operation may hold, once for each variant."""
    if planned.params is None:
        return []
    several = len(planned.arguments.variants) > 1
    return [
        _define(planned, variant, named(name), inputs, several=several)
        for name, variant in zip(
            planned.params_classes, planned.arguments.variants, strict=True
        )
    ]


def _define(
    planned: Planned, variant: Variant, name: Code, inputs: Inputs, *, several: bool
) -> ClassDefinition:
    written = " or ".join(f"`{one.content.content_type}`" for one in variant.bodies)
    sent = f" for a body of {written}" if several else ""
    about = f"What `client.{planned.dotted}` accepts{sent}."
    about = documented(about, _together(variant, inputs), None)
    fields = [_field(one, inputs) for one in variant.keywords]
    return typed_dict(name, about, fields, inputs)


def _together(variant: Variant, inputs: Inputs) -> Bounds:
    """Return what is asserted of the body whose properties are the arguments."""
    if not variant.flattened:
        return Bounds()
    object_ = object_of(inputs.names.api, variant.bodies[0].type)
    return object_.bounds if object_ else Bounds()


def _field(taken: Taken, inputs: Inputs) -> Code:
    text = inputs.argument(taken)
    if not taken.required:
        inputs.names.imports.add(NOT_REQUIRED)
        text = code("NotRequired[{}]", optional(text))
    line = code("{}: {}", named(taken.name), text)
    return with_docs(line, own_docs(taken, inputs.names), indent=4)
