"""The arguments of a call: what an operation takes, flattened and named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from clientsmith.ir import (
    AliasSchema,
    Api,
    Asserted,
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
from clientsmith.pointer import Pointer

from .casing import argument_name, keyword_name, named
from .code import Code
from .properties import Style, is_regular, python_names

BodyKind: TypeAlias = Literal["json", "form", "text", "binary"]

_OF_METHODS = frozenset({"request_options", "self"})
"""What every method takes beside the arguments of its operation."""
_BYTES = Primitive("string", "binary")
_FORM = "application/x-www-form-urlencoded"
_MERGE_PATCH = "application/merge-patch+json"
"""RFC 7396: null deletes a property of the object that is patched."""


class Taken(Struct, frozen=True, kw_only=True):
    """One argument: its Python name, and where it goes under which name."""

    name: str
    place: str
    wire_name: str
    at: Pointer
    type: Type
    required: bool
    docs: str = ""
    bounds: Bounds = Bounds()
    default: Value | None = None
    example: Value | None = None
    deprecated: bool = False
    parameter: Parameter | None = None


class Naming(Struct, frozen=True):
    """What is known of the names of an operation's arguments before it is looked at."""

    style: Style = "snake_case"
    given: Mapping[Pointer, str] = field(default_factory=dict[Pointer, str])
    published: Mapping[str, str] | None = None
    """Names by place and key, if the operation was published before."""

    def fixed(self, one: Taken) -> str | None:
        """Return the name that an argument has in any case."""
        known = self.published or {}
        return self.given.get(one.at) or known.get(f"{one.place}.{one.wire_name}")

    @property
    def places(self) -> tuple[str, ...]:
        """In which order arguments take names: what may be new comes last."""
        if self.published is None:
            return ("path", "query", "querystring", "header", "cookie", "body")
        return ("path", "body", "query", "querystring", "header", "cookie")


_UNKNOWN = Naming()


class Arguments(Struct, frozen=True, kw_only=True):
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

    @property
    def gathered(self) -> Code:
        """What holds the keywords, under a name that no other argument has."""
        name = "params"
        while name in {one.name for one in self.positional}:
            name += "_"
        return named(name)


def take_arguments(
    api: Api,
    operation: Operation,
    naming: Naming = _UNKNOWN,
) -> Arguments:
    """List what the methods of an operation take, without what selects a stream."""
    body = _body(operation)
    kind = body_kind(body) if body else None
    properties = _properties(api, operation, body, kind)
    wanted = [_parameter(parameter) for parameter in operation.parameters]
    if properties is not None:
        deletes = body is not None and _essence(body) == _MERGE_PATCH
        wanted += [_property(each, deletes=deletes) for each in properties]
    elif body is not None and operation.request_body is not None:
        wanted.append(_whole(operation.request_body, body))
    taken = _named(wanted, naming)
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
        at=parameter.at,
        type=parameter.type,
        required=parameter.required,
        docs=parameter.docs,
        bounds=parameter.bounds,
        default=parameter.default,
        example=parameter.example,
        deprecated=parameter.deprecated,
        parameter=parameter,
    )


def _property(property_: Property, *, deletes: bool) -> Taken:
    """Take a property; in a merge patch, null deletes what may be absent."""
    type_ = property_.type
    return Taken(
        name="",
        place="body",
        wire_name=property_.key,
        at=property_.at,
        type=Nullable(type_) if deletes and not property_.required else type_,
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
        at=body.at,
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
    essence = _essence(body)
    if essence.endswith(("/json", "+json")):
        return "json"
    if essence == _FORM:
        return "form"
    return "text" if essence.startswith("text/") or "xml" in essence else "binary"


def _essence(body: MediaType | Binary) -> str:
    return body.content_type.partition(";")[0].strip().lower()


def object_of(api: Api, type_: Type) -> ObjectSchema | None:
    """Return the object that a type is, looked through names and null."""
    seen: set[Type] = set()
    while type_ not in seen:
        seen.add(type_)
        match type_:
            case Nullable(inner=inner) | Asserted(inner=inner):
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


def _named(wanted: list[Taken], naming: Naming) -> list[Taken]:
    """Name arguments; a name that is taken twice says where it goes."""
    taken: set[str] = {*_OF_METHODS}
    fixed = {_known_as(one): name for one in wanted if (name := naming.fixed(one))}
    names: dict[str, str] = {}
    for place in naming.places:
        group = [one for one in wanted if one.place == place]
        own = {w.wire_name: fixed[_known_as(w)] for w in group if _known_as(w) in fixed}
        keys = [one.wire_name for one in group]
        found = python_names(keys, keyword_name, naming.style, own)
        for key in dict.fromkeys([*own, *keys]):
            name = found[key]
            if name in taken or (key not in own and name in fixed.values()):
                name = argument_name(Name((place, name)))
            while name in taken:
                name += "_"
            taken.add(name)
            names[f"{place}.{key}"] = name
    named = [replace(one, name=names[_known_as(one)]) for one in wanted]
    return sorted(named, key=lambda one: not one.required)


def _known_as(one: Taken) -> str:
    return f"{one.place}.{one.wire_name}"


def names_to_keep(arguments: Arguments, style: Style) -> dict[str, str]:
    """List the names of arguments that another one could take tomorrow."""
    has_body = any(one.place == "body" for one in arguments.all)
    return {
        _known_as(one): one.name
        for one in arguments.all
        if one.place != "path"
        if not is_regular(one.wire_name, style)
        or one.place in {"header", "cookie"}
        or (has_body and one.place == "query")
    }
