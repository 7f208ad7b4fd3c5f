"""The type that became of each schema of a description, by pointer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeGuard

from clientsmith.ir import (
    AliasSchema,
    Api,
    Array,
    Content,
    Map,
    MediaType,
    Nullable,
    ObjectSchema,
    Operation,
    Parameter,
    Reference,
    Tuple,
    Type,
    Union,
)
from clientsmith.pointer import Pointer
from clientsmith.resolve import reference_of

from .files import Files, followed, value_at


def types_by_pointer(api: Api, files: Files) -> dict[Pointer, Type]:
    """List the types of all schemas that have one of their own."""
    found: dict[Pointer, Type] = {}
    pending = [*_declared(api, files), *_used(api, files)]
    while pending:
        at, type_ = pending.pop()
        if at not in found:
            found[at] = type_
            pending += _parts(api, files, at, type_)
    return found


def _declared(api: Api, files: Files) -> Iterator[tuple[Pointer, Type]]:
    for at, declaration in api.declarations.items():
        if isinstance(declaration, ObjectSchema):
            yield from ((each.at, each.type) for each in declaration.properties)
            if declaration.additional is not None:
                yield at / "additionalProperties", declaration.additional
    for at, declaration in api.declarations.items():
        reference = Reference(at)
        is_alias = isinstance(declaration, AliasSchema)
        null = not is_alias and _allows_null(files, at)
        yield at, Nullable(reference) if null else reference


def _allows_null(files: Files, at: Pointer) -> bool:
    """Tell whether a reference to a class also allows null, as `lower` does."""
    try:
        schema = value_at(files, at)
    except LookupError:  # the way here leads through references
        return False
    kinds = schema.get("type")
    return schema.get("nullable") is True or (
        isinstance(kinds, list) and "null" in kinds
    )


def _used(api: Api, files: Files) -> Iterator[tuple[Pointer, Type]]:
    for operation in api.operations:
        for part in _parts_of_operation(operation):
            yield followed(files, part.at) / "schema", part.type


def _parts_of_operation(operation: Operation) -> Iterator[Parameter | MediaType]:
    yield from operation.parameters
    bodies = [operation.request_body] if operation.request_body else []
    for body in (*bodies, *operation.responses):
        yield from (each for each in body.content if _is_json(each))


def _is_json(content: Content) -> TypeGuard[MediaType]:
    """Tell whether a body is JSON: examples of XML are given as objects, too."""
    kind = content.content_type.partition(";")[0].strip()
    return isinstance(content, MediaType) and kind.endswith(("/json", "+json"))


def _parts(
    api: Api, files: Files, at: Pointer, type_: Type
) -> list[tuple[Pointer, Type]]:
    """List the schemas inside one whose types are parts of its type."""
    try:
        schema = value_at(files, at)
    except LookupError:
        return []
    if not isinstance(schema, dict) or reference_of(schema) is not None:
        return []
    match _bare(api, at, type_):
        case Array(items=items) if "items" in schema:
            return [(at / "items", items)]
        case Map(values=values) if "additionalProperties" in schema:
            return [(at / "additionalProperties", values)]
        case Tuple(items=items) if "prefixItems" in schema:
            return [(at / "prefixItems" / i, item) for i, item in enumerate(items)]
        case Union(variants=variants):
            # By place: those that share a tag are one, in the place of the first.
            types = {each.at: each.type for each in variants}
            found = _variants(schema, at, [each.type for each in variants])
            return [(place, types[place]) for place, _ in found if place in types]
        case other:
            return _variants(schema, at, [other])


def _variants(
    schema: dict[str, Any], at: Pointer, types: list[Type]
) -> list[tuple[Pointer, Type]]:
    """Pair variants with schemas, where none was merged, split or left out."""
    for key in ("oneOf", "anyOf"):
        listed = {
            at / key / index: each
            for index, each in enumerate(schema.get(key) or ())
            if each.get("type") != "null"
        }
        nested = any("oneOf" in each or "anyOf" in each for each in listed.values())
        if len(listed) == len(types) and not nested:
            return list(zip(listed, types, strict=True))
    return []


def _bare(api: Api, at: Pointer, type_: Type) -> Type:
    if isinstance(type_, Nullable):
        return _bare(api, at, type_.inner)
    if isinstance(type_, Reference) and type_.to == at:
        declaration = api.declarations[at]
        if isinstance(declaration, AliasSchema):
            return _bare(api, at, declaration.type)
    return type_
