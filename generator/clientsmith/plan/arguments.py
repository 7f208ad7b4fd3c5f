"""The arguments of a call: what an operation takes, flattened and named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from clientsmith.ir import (
    AliasSchema,
    Api,
    Binary,
    Bounds,
    EventStream,
    JsonLines,
    MediaType,
    Name,
    Nullable,
    ObjectSchema,
    Operation,
    Parameter,
    Primitive,
    Property,
    Reference,
    RequestBody,
    Type,
    Value,
)

from .casing import argument_name
from .properties import python_names

BodyKind: TypeAlias = Literal["json", "form", "text", "binary"]

_RESERVED = frozenset({"cls", "params", "request_options", "self"})
BUILDER_FUNCTIONS = frozenset(
    {
        "binary_body",
        "cookie_pair",
        "cookie_string",
        "deep_object",
        "expand_path",
        "form",
        "form_body",
        "form_query",
        "header_field",
        "header_fields",
        "json_body",
        "json_parameter",
        "json_query",
        "json_text",
        "json_value",
        "label",
        "matrix",
        "pipe_delimited",
        "query_string",
        "simple",
        "space_delimited",
        "text_body",
    },
)
"""What builders call, and their own arguments must therefore not be named."""
_BYTES = Primitive("string", "binary")
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One argument: its Python name, and where it goes under which name."""

    name: str
    place: str
    wire_name: str
    type: Type
    required: bool
    docs: str = ""
    bounds: Bounds = Bounds()
    default: Value | None = None
    example: Value | None = None
    deprecated: bool = False
    parameter: Parameter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What a call takes: path parameters first, then everything by keyword."""

    positional: tuple[Taken, ...]
    keywords: tuple[Taken, ...]
    body: MediaType | Binary | None
    body_kind: BodyKind | None
    flattened: bool
    """Whether the properties of the body are arguments of their own."""

    @property
    def all(self) -> tuple[Taken, ...]:
        """Every argument, in the order of the signature."""
        return (*self.positional, *self.keywords)


def take_arguments(api: Api, operation: Operation) -> Arguments:
    """List what the methods of an operation take, without what selects a stream."""
    body = _body(operation)
    kind = body_kind(body) if body else None
    properties = _properties(api, operation, body, kind)
    wanted = [_parameter(parameter) for parameter in operation.parameters]
    if properties is not None:
        wanted += [_property(property_) for property_ in properties]
    elif body is not None and operation.request_body is not None:
        wanted.append(_whole(operation.request_body, body))
    taken = _named(wanted)
    return Arguments(
        positional=tuple(one for one in taken if one.place == "path"),
        keywords=tuple(one for one in taken if one.place != "path"),
        body=body,
        body_kind=kind,
        flattened=properties is not None,
    )


def _parameter(parameter: Parameter) -> Taken:
    return Taken(
        name="",
        place=parameter.location,
        wire_name=parameter.name,
        type=parameter.type,
        required=parameter.required,
        docs=parameter.docs,
        bounds=parameter.bounds,
        default=parameter.default,
        example=parameter.example,
        deprecated=parameter.deprecated,
        parameter=parameter,
    )


def _property(property_: Property) -> Taken:
    return Taken(
        name="",
        place="body",
        wire_name=property_.key,
        type=property_.type,
        required=property_.required,
        docs=property_.docs,
        bounds=property_.bounds,
        default=property_.default,
        example=property_.example,
        deprecated=property_.deprecated,
    )


def _whole(request_body: RequestBody, body: MediaType | Binary) -> Taken:
    return Taken(
        name="",
        place="body",
        wire_name="body",
        type=_BYTES
        if body_kind(body) == "binary" or isinstance(body, Binary)
        else body.type,
        required=request_body.required,
        docs=request_body.docs or "What to send.",
    )


def _body(operation: Operation) -> MediaType | Binary | None:
    """Return the media type to send: the first, which is JSON where there is one."""
    if operation.request_body is None or not operation.request_body.content:
        return None
    return operation.request_body.content[0]


def body_kind(body: MediaType | Binary) -> BodyKind:
    """Tell how a body is written."""
    if isinstance(body, Binary):
        return "binary"
    essence = body.content_type.partition(";")[0].strip().lower()
    if essence.endswith(("/json", "+json")):
        return "json"
    if essence == _FORM:
        return "form"
    return "text" if essence.startswith("text/") or "xml" in essence else "binary"


def object_of(api: Api, type_: Type) -> ObjectSchema | None:
    """Return the object that a type is, looked through names and null."""
    seen: set[Type] = set()
    while type_ not in seen:
        seen.add(type_)
        match type_:
            case Nullable(inner=inner):
                type_ = inner
            case Reference(to=pointer):
                declaration = api.declarations[pointer]
                if isinstance(declaration, ObjectSchema):
                    return declaration
                if isinstance(declaration, AliasSchema):
                    type_ = declaration.type
            case _:
                return None
    return None


def _properties(
    api: Api,
    operation: Operation,
    body: MediaType | Binary | None,
    kind: BodyKind | None,
) -> list[Property] | None:
    """List what becomes arguments, if the body is an object to write by parts."""
    if not isinstance(body, MediaType) or kind not in {"json", "form"}:
        return None
    object_ = object_of(api, body.type)
    if object_ is None or isinstance(body.type, Nullable):
        return None
    selectors = {
        content.selected_by
        for response in operation.responses
        for content in response.content
        if isinstance(content, EventStream)
    }
    return [
        one
        for one in object_.properties
        if not one.read_only and one.key not in selectors
    ]


def stream_of(operation: Operation) -> EventStream | JsonLines | None:
    """Return the stream that an operation may be answered with."""
    for response in operation.responses:
        if response.status.startswith("2") or response.status == "default":
            for content in response.content:
                if isinstance(content, EventStream | JsonLines):
                    return content
    return None


def _named(wanted: list[Taken]) -> list[Taken]:
    """Name arguments; a name that is taken twice says where it goes."""
    taken: set[str] = {*_RESERVED, *BUILDER_FUNCTIONS}
    named: list[Taken] = []
    for place in ("path", "query", "querystring", "header", "cookie", "body"):
        group = [one for one in wanted if one.place == place]
        names = python_names([one.wire_name for one in group], argument_name)
        for one in group:
            name = names[one.wire_name]
            if name in taken:
                name = argument_name(Name((place, name)))
            while name in taken:
                name += "_"
            taken.add(name)
            named.append(replace(one, name=name))
    return sorted(named, key=lambda one: not one.required)
