"""Parameters: values sent in the path, the query, headers and cookies.

https://spec.openapis.org/oas/v3.1.1.html#parameter-object
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from openapi_pydantic.v3.v3_1 import Operation, PathItem, Schema
from openapi_pydantic.v3.v3_1 import Parameter as ParameterObject
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference

from clientsmith.diagnostics import Exit, warning
from clientsmith.ir import (
    Anything,
    Location,
    Name,
    Parameter,
    Primitive,
    Style,
    Type,
    Value,
    name_of,
)
from clientsmith.pointer import Pointer

from .context import Context, Owner, SchemaLike
from .objects import bounds, default, example, said
from .schemas import lower_schema

_TEMPLATE = re.compile(r"\{([^{}]+)\}")
_STYLES: dict[Location, Style] = {
    "path": "simple",
    "header": "simple",
    "query": "form",
    "cookie": "form",
}
_LOCATIONS: dict[str, Location] = {location: location for location in _STYLES}
_IGNORED_HEADERS = frozenset({"accept", "authorization", "content-type"})
"""Header parameters that the specification says shall be ignored."""


def lower_parameters(
    context: Context,
    path: str,
    item: tuple[PathItem, Pointer],
    operation: tuple[Operation, Pointer],
    noun: Name,
) -> tuple[Parameter, ...]:
    """List the parameters of an operation; its own override those of the path."""
    found: dict[tuple[str, Location], Parameter] = {}
    for node, at in (item, operation):
        for index, raw in enumerate(node.parameters or ()):
            place = at / "parameters" / index
            parameter = _lower(context, raw, place, noun)
            if parameter is not None:
                found[parameter.name, parameter.location] = parameter
    for name in _TEMPLATE.findall(path):
        if (name, "path") not in found:
            found[name, "path"] = _undeclared(context, name, operation[1])
    order = {name: index for index, name in enumerate(_TEMPLATE.findall(path))}
    return tuple(_in_order(found.values(), order))


def _in_order(
    parameters: Iterable[Parameter],
    order: dict[str, int],
) -> list[Parameter]:
    in_path = [p for p in parameters if p.location == "path" and p.name in order]
    in_path.sort(key=lambda parameter: order[parameter.name])
    return in_path + [p for p in parameters if p.location != "path"]


def _lower(
    context: Context,
    raw: ParameterObject | SchemaReference,
    at: Pointer,
    noun: Name,
) -> Parameter | None:
    node, place = context.description.follow(raw, at, ParameterObject)
    where = _LOCATIONS[str(getattr(node.param_in, "value", node.param_in))]
    if where == "header" and node.name.lower() in _IGNORED_HEADERS:
        return None
    schema, schema_at, content_type = _schema(node, place)
    owner = Owner(noun + name_of(node.name), place)
    type_: Type = Anything()
    if schema is not None:
        type_ = lower_schema(context, schema, schema_at, owner)
    says = Schema.model_validate({}) if schema is None else said(schema)
    style = cast("Style", node.style or _STYLES[where])
    return Parameter(
        name=node.name,
        location=where,
        type=type_,
        required=bool(node.required) or where == "path",
        style=style,
        explode=style == "form" if node.explode is None else node.explode,
        content_type=content_type,
        allow_reserved=bool(node.allowReserved) and where == "query",
        docs=node.description or says.description or "",
        bounds=bounds(says),
        default=default(says),
        example=_example(node) or example(says),
        deprecated=bool(node.deprecated),
        at=at,
    )


def _example(node: ParameterObject) -> Value | None:
    return Value(node.example) if "example" in node.model_fields_set else None


def _schema(
    node: ParameterObject,
    at: Pointer,
) -> tuple[SchemaLike | None, Pointer, str | None]:
    for content_type, media_type in (node.content or {}).items():
        place = at / "content" / content_type / "schema"
        return media_type.media_type_schema, place, content_type
    return node.param_schema, at / "schema", None


def _undeclared(context: Context, name: str, at: Pointer) -> Parameter:
    context.problems.append(
        warning(
            "path-parameter-undeclared",
            f"the path has `{{{name}}}`, which no parameter describes",
            at,
            hint="it is taken as a string; declare it to give it a type",
            exit=Exit.DOCUMENT,
        ),
    )
    return Parameter(
        name=name,
        location="path",
        type=Primitive("string"),
        required=True,
        style="simple",
        explode=False,
        at=at,
    )
