"""The arguments of a call: what an operation takes, flattened and named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.ir import (
    Api,
    Bounds,
    EventStream,
    JsonLines,
    MediaType,
    Nullable,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Type,
    essence_of,
)

from .bodies import Sent, alike, sent_bodies
from .casing import named
from .code import Code
from .files import as_file, either
from .properties import Style, is_regular
from .taken import Naming, Taken, known_as, names_of

BodyKind: TypeAlias = Literal["json", "text", "binary"]
"""How an answer is read."""

_MERGE_PATCH = "application/merge-patch+json"
"""RFC 7396: null deletes a property of the object that is patched."""
_BODY = "body"
"""What the argument is called that is all of a body."""
_CONTENT = "content"
"""The same where a property of another body has that name."""
_UNKNOWN = Naming()


class Variant(Struct, frozen=True):
    """Keywords that make up a request, and the media types that it is then sent in."""

    keywords: tuple[Taken, ...]
    bodies: tuple[Sent, ...] = ()

    @property
    def flattened(self) -> bool:
        """Whether the properties of the body are arguments of their own."""
        return any(one.properties is not None for one in self.bodies)


class Arguments(Struct, frozen=True):
    """What a call takes: path parameters first, then everything by keyword.

    There are as many variants as there are kinds of bodies that differ in what is
    to be given; the first one is what most callers want.
    """

    positional: tuple[Taken, ...]
    variants: tuple[Variant, ...]
    body_required: bool = False

    @property
    def keywords(self) -> tuple[Taken, ...]:
        """The keywords of the first variant."""
        return self.variants[0].keywords

    @property
    def bodies(self) -> tuple[Sent, ...]:
        """Every media type, the usual one first."""
        return tuple(one for variant in self.variants for one in variant.bodies)

    @property
    def all(self) -> tuple[Taken, ...]:
        """Every argument of the first variant, in the order of the signature."""
        return (*self.positional, *self.keywords)

    @property
    def any(self) -> tuple[Taken, ...]:
        """Every argument of some variant; required is what all of them require."""
        found: dict[str, Taken] = {}
        for one in (one for variant in self.variants for one in variant.keywords):
            found.setdefault(one.name, one)
        needed = [{k.name for k in v.keywords if k.required} for v in self.variants]
        always = set[str].intersection(*needed)
        keywords = [replace(one, required=one.name in always) for one in found.values()]
        return (*self.positional, *keywords)

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
    groups = alike(sent_bodies(api, operation)) or [()]
    outside = [_parameter(parameter) for parameter in operation.parameters]
    in_bodies = [_taken(api, operation, group) for group in groups]
    in_bodies = _apart(in_bodies)
    wanted = {known_as(one): one for each in [outside, *in_bodies] for one in each}
    names = names_of([*wanted.values()], naming)
    variants = [
        Variant(_in_order([*outside, *taken], names), bodies)
        for taken, bodies in zip(in_bodies, groups, strict=True)
    ]
    path = [replace(one, name=names[known_as(one)]) for one in outside]
    required = operation.request_body is not None and operation.request_body.required
    return Arguments(
        positional=tuple(one for one in path if one.place == "path"),
        variants=tuple(variants),
        body_required=required,
    )


def _in_order(taken: list[Taken], names: Mapping[str, str]) -> tuple[Taken, ...]:
    """Name the keywords of a variant; what is required comes first."""
    called = [replace(one, name=names[known_as(one)]) for one in taken]
    keywords = [one for one in called if one.place != "path"]
    return tuple(sorted(keywords, key=lambda one: not one.required))


def _taken(api: Api, operation: Operation, group: tuple[Sent, ...]) -> list[Taken]:
    """List what a group of bodies is made of."""
    if not group or operation.request_body is None:
        return []
    if group[0].properties is None:
        return [_whole(operation.request_body, group)]
    types = [_types(api, one) for one in group]
    return [
        replace(
            _property(one),
            type=either([each[one.key] for each in types]),
            file=any(body.kind == "multipart" for body in group),
        )
        for one in group[0].properties
    ]


def _types(api: Api, body: Sent) -> dict[str, Type]:
    """Return the types of properties; where there are parts, some are files.

    In a merge patch, null deletes what may be absent.
    """
    types = {one.key: one.type for one in body.properties or ()}
    essence = essence_of(body.content.content_type)
    if essence == _MERGE_PATCH:
        absent = {one.key for one in body.properties or () if not one.required}
        types |= {key: Nullable(types[key]) for key in absent}
    if isinstance(body.content, MediaType) and body.kind == "multipart":
        for one in body.content.parts:
            if one.file and one.property in types:
                types[one.property] = as_file(api, types[one.property])
    return types


def _apart(groups: list[list[Taken]]) -> list[list[Taken]]:
    """Call a whole body otherwise where a property of another one has its name."""
    keys = {one.wire_name for group in groups for one in group if not one.whole}
    if _BODY not in keys:
        return groups
    return [
        [replace(one, wire_name=_CONTENT) if one.whole else one for one in group]
        for group in groups
    ]


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


def _property(property_: Property) -> Taken:
    return Taken(
        name="",
        place="body",
        wire_name=property_.key,
        at=property_.at,
        type=property_.type,
        required=property_.required,
        docs=property_.docs,
        bounds=property_.bounds,
        default=property_.default,
        example=property_.example,
        deprecated=property_.deprecated,
    )


def _whole(request_body: RequestBody, group: tuple[Sent, ...]) -> Taken:
    return Taken(
        name="",
        place="body",
        wire_name=_BODY,
        at=group[0].content.at,
        type=either([one.type for one in group]),
        required=request_body.required,
        docs=request_body.docs or "What to send.",
        bounds=_bounds(group),
        whole=group,
    )


def _bounds(group: tuple[Sent, ...]) -> Bounds:
    """Return what is asserted of a value in all media types that it is sent in."""
    first, *others = (_bounds_of(one) for one in group)
    return first if all(one == first for one in others) else Bounds()


def _bounds_of(body: Sent) -> Bounds:
    match body:
        case Sent(content=MediaType(bounds=bounds), kind=kind) if kind != "bytes":
            return bounds
        case _:
            return Bounds()


def stream_of(operation: Operation) -> EventStream | JsonLines | None:
    """Return the stream that an operation may be answered with."""
    for response in operation.responses:
        if response.status.startswith("2") or response.status == "default":
            for content in response.content:
                if isinstance(content, EventStream | JsonLines):
                    return content
    return None


def streams(api: Api) -> bool:
    """Tell whether some operation may be answered with a stream."""
    return any(map(stream_of, api.operations))


def names_to_keep(arguments: Arguments, style: Style) -> dict[str, str]:
    """List the names of arguments that another one could take tomorrow."""
    has_body = any(one.place == "body" for one in arguments.any)
    return {
        known_as(one): one.name
        for one in arguments.any
        if one.place != "path"
        if not is_regular(one.wire_name, style)
        or one.place in {"header", "cookie"}
        or (has_body and one.place == "query")
    }
