"""Choices that lead back to themselves: each is a choice of all that they list.

What is one of some values or itself is one of these values. A type that has itself as
a variant could not be read: that would call itself until the stack is full.
https://json-schema.org/draft/2020-12/json-schema-core#section-9.4.1
"""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.pointer import Pointer
from clientsmith.resolve import strong_components

from .all_of import Choice, Located
from .context import Context, SchemaLike
from .vocabulary import Role, fields

_CHOOSING = fields(Role.PROSE) | {"anyOf", "discriminator", "oneOf"}


def alternatives_of(context: Context, choice: Choice) -> list[Located]:
    """List the alternatives of a choice, and for those in its circle what they list."""
    at = choice.at.parent
    listed = _listed(context, choice.branches, choice.at)
    around = _circle(context, at, listed)
    seen: set[Pointer] = {at}
    found: list[Located] = []
    for one in (pending := listed):
        if one.target.at not in around:
            found.append(one.written)
        elif one.target.at not in seen:
            seen.add(one.target.at)
            pending += _chosen(context, one)
    return found


class _Alternative(Struct, frozen=True):
    """One of the values of a choice: as it is written, and what it refers to."""

    written: Located
    target: Located


def _circle(
    context: Context, at: Pointer, listed: list[_Alternative]
) -> frozenset[Pointer]:
    """Return the choices that lead to each other, of which this is one."""
    if at not in context.circles:
        graph = {at: [one.target.at for one in listed]}
        for one in (pending := list(listed)):
            if one.target.at not in graph:
                chosen = _chosen(context, one)
                graph[one.target.at] = [each.target.at for each in chosen]
                pending += chosen
        groups: defaultdict[int, set[Pointer]] = defaultdict(set)
        numbers = strong_components(graph)
        for place, number in numbers.items():
            groups[number].add(place)
        known = {place: frozenset(groups[of]) for place, of in numbers.items()}
        context.circles.update(known)
    return context.circles[at]


def _chosen(context: Context, one: _Alternative) -> list[_Alternative]:
    """List what an alternative chooses from, if that is all that it says."""
    schema, at = one.target.schema, one.target.at
    if not isinstance(schema, Schema) or not schema.model_fields_set <= _CHOOSING:
        return []
    return [
        *_listed(context, tuple(schema.oneOf or ()), at / "oneOf"),
        *_listed(context, tuple(schema.anyOf or ()), at / "anyOf"),
    ]


def _listed(
    context: Context, nodes: tuple[SchemaLike, ...], at: Pointer
) -> list[_Alternative]:
    written = [Located(node, at / index) for index, node in enumerate(nodes)]
    return [
        _Alternative(one, Located(*context.follow(one.schema, one.at)))
        for one in written
    ]
