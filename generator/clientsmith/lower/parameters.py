"""Parameters: values sent in the path, the query, headers and cookies.

https://spec.openapis.org/oas/v3.1.1.html#parameter-object
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from openapi_pydantic.v3.v3_1 import Operation, PathItem, Schema
from openapi_pydantic.v3.v3_1 import Parameter as ParameterObject
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference

from clientsmith.diagnostics import Exit, warning
from clientsmith.ir import (
    Anything,
    Assertion,
    Encoding,
    Location,
    Name,
    Parameter,
    Primitive,
    Type,
    Value,
    is_json,
    is_text,
    name_of,
)
from clientsmith.pointer import Pointer

from .annotations import default, example, said
from .assertions import bounds
from .checks import own_checks
from .context import Context, SchemaLike
from .encodings import lower_encodings
from .markdown import as_markdown
from .media_types import follow_content
from .naming import Called
from .owner import Owner
from .parameter_checks import check_use, or_empty, report_ignored
from .queries import without_second_query
from .schemas import lower_schema
from .styles import allows_reserved, explodes, location_of, style_of

_TEMPLATE = re.compile(r"\{([^{}]+)\}")
_IGNORED_HEADERS = frozenset({"accept", "authorization", "content-type"})
"""Header parameters that the specification says shall be ignored."""


def lower_parameters(
    context: Context,
    path: str,
    item: tuple[PathItem, Pointer],
    operation: tuple[Operation, Pointer],
    called: Called,
) -> tuple[Parameter, ...]:
    """List the parameters of an operation; its own override those of the path."""
    found: dict[tuple[str, Location], Parameter] = {}
    for node, at in (item, operation):
        for index, raw in enumerate(node.parameters or ()):
            place = at / "parameters" / index
            parameter = _lower(context, raw, place, called)
            if parameter is not None:
                context.labels[place] = f"{parameter.location}.{parameter.name}"
                found[parameter.name, parameter.location] = parameter
    # What follows a `#` tells paths apart, and is never sent.
    named = _TEMPLATE.findall(path.partition("#")[0])
    for name in named:
        if (name, "path") not in found:
            found[name, "path"] = _undeclared(context, name, operation[1])
    for parameter in found.values():
        check_use(context, parameter, named)
    sound = without_second_query(context, list(found.values()))
    order = {name: index for index, name in enumerate(named)}
    return tuple(_in_order(sound, order))


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
    called: Called,
) -> Parameter | None:
    node, place = context.follow_shared(raw, at, ParameterObject)
    where = location_of(node)
    if where == "header" and node.name.lower() in _IGNORED_HEADERS:
        report_ignored(context, place, f"the client sets `{node.name}` itself")
        return None
    schema, schema_at, content_type, encoding = _schema(context, node, place)
    owner = _owner(place, name_of(node.name), called, shared=place != at)
    if content_type and where != "querystring":
        content_type = _written_as(context, content_type, place)
    type_: Type = Anything()
    found: tuple[Assertion, ...] = ()
    if schema is not None:
        type_ = lower_schema(context, schema, schema_at, owner)
        found = own_checks(context, schema, schema_at, type_)
    if node.allowEmptyValue and where == "query":
        type_ = or_empty(type_)
    says = Schema.model_validate({}) if schema is None else said(schema)
    style = style_of(context, node, place)
    return Parameter(
        name=node.name,
        location=where,
        type=type_,
        required=bool(node.required) or where == "path",
        style=style,
        explode=explodes(node, style),
        content_type=content_type,
        allow_reserved=allows_reserved(context, node),
        encoding=encoding,
        docs=context.describe(
            schema_at, as_markdown(node.description or says.description)
        ),
        bounds=bounds(found, type_),
        default=default(says),
        example=_example(node) or example(says),
        deprecated=bool(node.deprecated),
        at=at,
    )


def _owner(at: Pointer, own: Name, called: Called, *, shared: bool) -> Owner:
    """Name the schema of a parameter, after no operation if several share it."""
    if shared:
        name = name_of(at.name)
        return Owner(name, at, (name + Name(("parameter",)),))
    long = called.noun + called.name
    return Owner(called.noun + own, at, (long + own,), own=own)


def _example(node: ParameterObject) -> Value | None:
    return Value(node.example) if "example" in node.model_fields_set else None


def _schema(
    context: Context,
    node: ParameterObject,
    at: Pointer,
) -> tuple[SchemaLike | None, Pointer, str | None, tuple[Encoding, ...]]:
    for content_type, media_type, place in follow_content(context, node.content, at):
        encoding = lower_encodings(context, content_type, media_type, place)
        return media_type.media_type_schema, place / "schema", content_type, encoding
    return node.param_schema, at / "schema", None, ()


def _written_as(context: Context, content_type: str, at: Pointer) -> str | None:
    """Return JSON, and None for what is sent as its text."""
    if is_json(content_type):
        return content_type
    if not is_text(content_type):
        context.unsupported(
            "parameter-content",
            f"`{content_type}` is not written in a parameter; its text is sent",
            at / "content" / content_type,
        )
    return None


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
