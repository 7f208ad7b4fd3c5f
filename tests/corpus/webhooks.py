"""What real webhooks would send: documented examples, and values made from schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clientsmith.ir import (
    AliasSchema,
    Declaration,
    MediaType,
    ObjectSchema,
    Reference,
    Type,
    Union,
    Webhook,
    bare,
)
from clientsmith.plan.examples import Examples
from clientsmith.plan.samples import Sampler
from clientsmith.pointer import Pointer
from clientsmith.resolve import Description, members, reference_of
from corpus.descriptions import Described

_ODD = {"repository-dispatch-sample.collected": "any `action` that a sender chooses"}
"""Webhooks whose names say something else than their header, and why."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One payload, its headers, and the class that it should have."""

    key: str
    payload: Any
    headers: dict[str, str]
    expected: frozenset[str]
    """More than one where it is a union."""


def deliveries(described: Described) -> Iterator[Delivery]:
    """Make a delivery of each example of a webhook, and one that is made up."""
    compiled = described.run.compiled
    assert compiled.lowered
    assert compiled.package
    assert compiled.description
    api = compiled.lowered.api
    sampler = Sampler(Examples(api.declarations), sending=False)
    for webhook in api.webhooks:
        type_ = bare(webhook.type)
        expected = frozenset(
            compiled.package.emitted[str(at)]
            for at in _objects(type_, api.declarations)
        )
        if not expected or webhook.key in _ODD:
            continue
        headers: dict[str, str] = {}
        if api.events.header:
            headers[api.events.header] = _event(compiled.description, webhook)
        values = [*_documented(compiled.description, webhook), sampler.value(type_)]
        for value in values:
            yield Delivery(webhook.key, value, headers, expected)


def _objects(
    type_: Type, declarations: Mapping[Pointer, Declaration]
) -> Iterator[Pointer]:
    """Yield the objects that a payload may be."""
    match type_:
        case Reference(to=at):
            declaration = declarations[at]
            if isinstance(declaration, ObjectSchema):
                yield at
            elif isinstance(declaration, AliasSchema):
                yield from _objects(bare(declaration.type), declarations)
        case Union(variants=variants):
            for variant in variants:
                yield from _objects(variant.type, declarations)
        case _:
            pass


def _event(description: Description, webhook: Webhook) -> str:
    """Return what the header holds by what GitHub says beside it."""
    beside = members(members(description.lookup(webhook.at)).get("x-github"))
    return str(beside.get("subcategory", webhook.key))


def _documented(description: Description, webhook: Webhook) -> Iterator[Any]:
    """Yield the examples of a payload, wherever they are described."""
    assert isinstance(webhook.payload, MediaType)
    content = members(description.lookup(webhook.payload.at))
    if "example" in content:
        yield content["example"]
    for name in members(content.get("examples")):
        at = webhook.payload.at / "examples" / name
        yield members(_followed(description, at)).get("value")
    schema = members(_followed(description, webhook.payload.at / "schema"))
    if "example" in schema:
        yield schema["example"]


def _followed(description: Description, at: Pointer) -> Any:
    value = description.lookup(at)
    while (reference := reference_of(value)) is not None:
        value = description.lookup(description.pointer(reference))
    return value
