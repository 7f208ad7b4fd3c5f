"""What an operation takes that could say which page is wanted."""

from __future__ import annotations

from functools import reduce

from msgspec import Struct

from clientsmith.ir import (
    MediaType,
    Operation,
    Parameter,
    Primitive,
    Property,
    Sent,
    Type,
    Union,
    essence_of,
    inmost,
    is_json,
    name_of,
)

from .answer_fields import Declarations, object_at, resolved
from .encodings import FORM

_DATES = frozenset({"date", "date-time", "time"})


class Taken(Struct, frozen=True, kw_only=True):
    """A parameter, or a property of a body: of JSON, or of a form."""

    sent: Sent
    words: str
    """Its name as words, however the document spells it."""
    kinds: frozenset[str]
    """The kinds of scalars that it may be."""
    is_text: bool
    """Whether it is a text, and no date."""
    docs: str
    required: bool
    default: object = None
    minimum: float | None = None


def taken(operation: Operation, declarations: Declarations) -> tuple[Taken, ...]:
    """List what goes into the query, the headers and a body of JSON, or of a form."""
    found = [
        _parameter(one, declarations)
        for one in operation.parameters
        if one.location in {"query", "header"}
    ]
    found += [_property(one, declarations) for one in _body(operation, declarations)]
    return tuple(found)


def _body(operation: Operation, declarations: Declarations) -> tuple[Property, ...]:
    content = operation.request_body.content if operation.request_body else ()
    for one in content[:1]:
        if isinstance(one, MediaType) and _has_members(one):
            found = object_at(declarations, one.type)
            return found.properties if found else ()
    return ()


def _has_members(one: MediaType) -> bool:
    return is_json(one.content_type) or essence_of(one.content_type) == FORM


def _parameter(one: Parameter, declarations: Declarations) -> Taken:
    sent = Sent(one.name, "header" if one.location == "header" else "query")
    return _taken(one, sent, one.name, declarations)


def _property(one: Property, declarations: Declarations) -> Taken:
    type_ = resolved(declarations, one.type)
    sent = Sent(one.key, "body", integer="integer" in kinds_of(type_, declarations))
    return _taken(one, sent, one.key, declarations)


def _taken(
    one: Parameter | Property, sent: Sent, name: str, declarations: Declarations
) -> Taken:
    type_ = resolved(declarations, one.type)
    dated = isinstance(type_, Primitive) and type_.format in _DATES
    kinds = kinds_of(type_, declarations)
    return Taken(
        sent=sent,
        words=name_of(name).snake,
        kinds=kinds,
        is_text="string" in kinds and not dated,
        docs=one.docs,
        required=one.required,
        default=one.default.value if one.default else None,
        minimum=one.bounds.minimum,
    )


def kinds_of(type_: Type, declarations: Declarations) -> frozenset[str]:
    """List the kinds of scalars that a type may be, looked through names."""
    match resolved(declarations, inmost(type_)):
        case Primitive(kind=kind):
            return frozenset({kind})
        case Union(variants=variants):
            kinds = (kinds_of(one.type, declarations) for one in variants)
            return frozenset[str]().union(*kinds)
        case _:
            return frozenset()


def key_kinds(type_: Type, key: str, declarations: Declarations) -> frozenset[str]:
    """List the kinds of what all objects of a type have under a key."""
    found = resolved(declarations, type_)
    if isinstance(found, Union):
        each = (key_kinds(one.type, key, declarations) for one in found.variants)
        return reduce(frozenset[str].__and__, each)
    holder = object_at(declarations, found)
    known = {one.key: one.type for one in holder.properties} if holder else {}
    return kinds_of(known[key], declarations) if key in known else frozenset()
