"""The classes and aliases that callers can name: models, and typed dictionaries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from clientsmith.ir import (
    AliasSchema,
    Declaration,
    EnumSchema,
    ObjectSchema,
    Property,
    Value,
    undeclared,
)
from clientsmith.plan import Decided
from clientsmith.plan.layout import Place
from clientsmith.pointer import Pointer

from .limits import Limits, asserted, in_order, limits_of
from .terms import Terms
from .types import Type
from .values import Alias, Definition, Enumeration, Parameter, Record


def definitions_of(decided: Decided, terms: Terms) -> Iterator[Definition]:
    """List the models, and then what may be given of them."""
    layout = decided.layout
    for place, pointers in _shared(layout.models).items():
        yield _model(decided, terms, place, pointers)
    for place, pointers in _shared(layout.params).items():
        yield _given(decided, terms, place, pointers)


def _shared(places: Mapping[Pointer, Place]) -> Mapping[Place, list[Pointer]]:
    """Group the declarations that one class is for."""
    found: defaultdict[Place, list[Pointer]] = defaultdict(list)
    for at, place in places.items():
        found[place].append(at)
    return found


def _keys(decided: Decided, pointers: list[Pointer]) -> frozenset[str]:
    known = decided.layout.keys
    return frozenset(known[at] for at in pointers if at in known)


def _model(
    decided: Decided, terms: Terms, place: Place, pointers: list[Pointer]
) -> Definition:
    name, keys = f"models.{place.name}", _keys(decided, pointers)
    declaration = decided.api.declarations[pointers[0]]
    limits: Limits = ()
    match declaration:
        case ObjectSchema():
            named = decided.attributes.of[place]
            others = undeclared(declaration)
            return Record(
                name=name,
                keys=keys,
                fields=tuple(
                    _attribute(terms, one, named[one.key])
                    for one in declaration.properties
                    if not one.write_only
                ),
                others=None if others is None else terms.received(others),
                closed=declaration.closed,
                limits=own_limits(declaration),
                docs=declaration.docs,
                deprecated=declaration.deprecated,
                at=declaration.at,
            )
        case EnumSchema() if place in decided.members.of:
            return _enumeration(decided, place, declaration, keys)
        case EnumSchema():
            type_ = terms.opened(declaration)
        case AliasSchema(type=aliased):
            type_, limits = terms.received(aliased), _limits(terms, declaration)
    return _alias(name, keys, type_, limits, declaration)


def _alias(
    name: str,
    keys: frozenset[str],
    type_: Type,
    limits: Limits,
    declaration: Declaration,
) -> Alias:
    return Alias(
        name=name,
        keys=keys,
        type=type_,
        limits=limits,
        docs=declaration.docs,
        deprecated=declaration.deprecated,
        at=declaration.at,
    )


def _enumeration(
    decided: Decided, place: Place, declaration: EnumSchema, keys: frozenset[str]
) -> Enumeration:
    spelled = decided.members.of[place]
    return Enumeration(
        name=f"models.{place.name}",
        keys=keys,
        members=tuple(
            (spelled[str(one.value)], json.dumps(one.value))
            for one in declaration.members
        ),
        docs=declaration.docs,
        deprecated=declaration.deprecated,
        at=declaration.at,
    )


def _attribute(terms: Terms, one: Property, name: str) -> Parameter:
    return Parameter(
        name=name,
        wire=one.key,
        type=terms.received(one.type, required=one.required),
        required=one.required,
        default=default_of(one.default),
        limits=_limits(terms, one),
        docs=one.docs,
        deprecated=one.deprecated,
        at=one.at,
    )


def _given(
    decided: Decided, terms: Terms, place: Place, pointers: list[Pointer]
) -> Definition:
    name, keys = f"params.{place.name}", _keys(decided, pointers)
    declaration = decided.api.declarations[pointers[0]]
    limits: Limits = ()
    match declaration:
        case ObjectSchema():
            return Record(
                name=name,
                keys=keys,
                fields=tuple(
                    _key(terms, one)
                    for one in declaration.properties
                    if not one.read_only
                ),
                limits=own_limits(declaration),
                docs=declaration.docs,
                deprecated=declaration.deprecated,
                at=declaration.at,
            )
        case EnumSchema():
            type_ = terms.chosen(declaration)
        case AliasSchema(type=aliased):
            type_, limits = terms.sent(aliased), _limits(terms, declaration)
    return _alias(name, keys, type_, limits, declaration)


def _key(terms: Terms, one: Property) -> Parameter:
    return Parameter(
        name=one.key,
        wire=one.key,
        type=terms.sent_property(one),
        required=one.required,
        default=default_of(one.default),
        limits=_limits(terms, one),
        docs=one.docs,
        deprecated=one.deprecated,
        at=one.at,
    )


def default_of(value: Value | None) -> str | None:
    """Write what the server takes for what is not given."""
    return None if value is None else json.dumps(value.value, sort_keys=True)


def own_limits(one: ObjectSchema | AliasSchema | Property) -> Limits:
    """List what is asserted of a value itself, by words and by checks."""
    return in_order(asserted(one.checks) | dict(limits_of(one.bounds)))


def _limits(terms: Terms, one: AliasSchema | Property) -> Limits:
    """List the same, and what is asserted of what the value holds."""
    return in_order(dict(terms.limits(one.type)) | dict(own_limits(one)))
