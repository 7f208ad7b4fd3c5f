"""What the variants of a union are called, and by what a later run knows them.

A name comes from what tells a variant from the others; what it is known by comes
from the variant alone, so that another one does not change it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import TypeAlias, cast

from msgspec import Struct
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import Name, Part, name_of, name_of_key
from clientsmith.pointer import parse_reference

from .context import SchemaLike, title_words
from .kinds import type_names

_WORD = re.compile(r"[^\W\d_][\w .-]{0,30}")
_DEEP = 2
_VALUE, _PRESENT, _TYPES, _INSIDE = range(4)
_LONGEST_LABEL = 40
_KINDS = {
    "array": Name(("item",)),
    "enum": Name(("option",)),
    "union": Name(("choice",)),
}


class Shape(Struct, frozen=True):
    """A variant as it is written, and what it asserts."""

    node: SchemaLike
    schema: Schema
    """The variant without references and `allOf`."""
    tags: tuple[str, ...] = ()


_Feature: TypeAlias = tuple[int, str, str]
"""How well it reads, which property it is of, and what is said of that."""
_Features: TypeAlias = dict[_Feature, bool]
"""Features, and which of them a variant may do without."""


def tell_apart(shapes: list[Shape]) -> list[Part]:
    """Return the words that tell each variant of a union from the others."""
    groups: dict[str, list[int]] = {}
    for index, shape in enumerate(shapes):
        kind = _group(shape)
        if kind is not None:
            groups.setdefault(kind, []).append(index)
    parts = [Part()] * len(shapes)
    for kind, group in groups.items():
        first = Part(_KINDS[kind]) if len(groups) > 1 and kind in _KINDS else Part()
        told = _told([shapes[index] for index in group])
        for index, words in zip(group, told, strict=True):
            parts[index] = words.told(first)
    for index, shape in enumerate(shapes):
        if shape.tags:
            parts[index] = _tagged(min(shape.tags))
        elif isinstance(shape.node, SchemaReference):
            parts[index] = Part(name_of(parse_reference(shape.node.ref).last))
    return parts


def _tagged(tag: str) -> Part:
    scope, dot, rest = tag.partition(".")
    if not dot or not name_of(rest):
        return Part(before=name_of_key(tag))
    return Part(before=name_of(rest), scope=name_of(scope))


def _group(shape: Shape) -> str | None:
    """Say what in a variant is worth a name, if anything; those of a kind compete."""
    schema = shape.schema
    if isinstance(shape.node, SchemaReference):
        return None
    if schema.items is not None:
        return "array"
    if schema.oneOf or schema.anyOf:
        return "union"
    if schema.enum:
        return "enum"
    named = schema.properties or schema.additionalProperties
    return "object" if named else None


def _told(shapes: list[Shape]) -> list[Part]:
    """Tell variants of one kind apart: by title, else by as few features as do."""
    titles = [title_words(shape.schema) for shape in shapes]
    if all(titles) and len({title.snake for title in titles}) == len(titles) > 1:
        return [Part(title) for title in titles]
    return _by_features([dict(_features(_inner(shape.schema))) for shape in shapes])


def _by_features(shapes: list[_Features]) -> list[Part]:
    """Name each variant by its rarest feature, and those alike by another one."""
    counts = Counter(feature for own in shapes for feature in own)
    told = [_rarest(own, counts, len(shapes)) for own in shapes]
    groups: dict[str, list[int]] = {}
    for index, words in enumerate(told):
        groups.setdefault(words.of(Name(("_",))).snake, []).append(index)
    for group in groups.values():
        if 1 < len(group) < len(shapes):
            more = _by_features([shapes[index] for index in group])
            for index, inner in zip(group, more, strict=True):
                told[index] = told[index].told(inner)
    return told


def _rarest(own: _Features, counts: Counter[_Feature], variants: int) -> Part:
    """Return the words of the feature that fewest variants have, if not all have it."""
    telling = [one for one in own if counts[one] < variants]
    if not telling:
        return Part()
    rank, key, said = min(
        telling,
        key=lambda one: (one[0] >= _TYPES, counts[one], own[one], one),
    )
    if rank == _VALUE:
        return Part(before=name_of_key(said))
    return Part(name_of(f"{key} {said}"))


def _inner(schema: Schema) -> Schema:
    """Look into lists: what tells them apart is what they are lists of."""
    while isinstance(schema.items, Schema):
        schema = schema.items
    return schema


def _features(schema: Schema, depth: int = _DEEP) -> Iterator[tuple[_Feature, bool]]:
    """Yield what a variant says of its properties: values, presence and types."""
    for key, node in (schema.properties or {}).items():
        optional = key not in (schema.required or ())
        values = [] if isinstance(node, SchemaReference) else constants(node)
        if len(values) == 1 and _WORD.fullmatch(values[0]):
            yield (_VALUE, key, values[0]), optional
        yield (_PRESENT, key, ""), optional
        yield (_TYPES, "optional" if optional else "required", key), optional
        yield (_TYPES, key, _kind(node)), optional
        if depth and isinstance(node, Schema):
            for (_, inner, said), _ in _features(_inner(node), depth - 1):
                yield (_INSIDE, f"{key} {inner}", said), optional
    for value in schema.enum or ():
        if isinstance(value, str) and _WORD.fullmatch(value):
            yield (_PRESENT, value, ""), False


def _kind(node: SchemaLike) -> str:
    """Return the type of a property in a word."""
    if isinstance(node, SchemaReference):
        return parse_reference(node.ref).name
    plain = type_names(node)
    if plain == ["array"] and node.items is not None:
        return f"{_kind(node.items)} list"
    return node.schema_format or " ".join(sorted(plain)) or "any"


def constants(schema: Schema) -> list[str]:
    """List the strings that a property is limited to."""
    values = [schema.const] if schema.const is not None else schema.enum or []
    texts = [value for value in values if isinstance(value, str)]
    return texts if len(texts) == len(values) else []


def labels(nodes: list[SchemaLike]) -> list[str]:
    """Return what variants are known by when others come, go or change places."""
    plain = [_label(node) for node in nodes]
    counts = Counter(plain)
    return [
        text if counts[text] == 1 else f"{text}-{_digest(node)}"
        for text, node in zip(plain, nodes, strict=True)
    ]


def _digest(node: SchemaLike) -> str:
    value = node.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return sha256(_in_order(value).encode()).hexdigest()[:8]


def _in_order(value: object) -> str:
    """Write a value as text that does not depend on the order of anything in it."""
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value).items()
        return f"{{{','.join(sorted(f'{key}:{_in_order(v)}' for key, v in pairs))}}}"
    if isinstance(value, list):
        return f"[{','.join(sorted(map(_in_order, cast('list[object]', value))))}]"
    return json.dumps(value)


def _label(node: SchemaLike) -> str:
    """Return what a variant is by itself: its name, title, constants, or keys."""
    if isinstance(node, SchemaReference):
        return node.ref.rpartition("/")[2]
    if node.title:
        return node.title
    required = sorted(set(node.required or node.properties or ()))
    values = [
        f"{key}={value}"
        for key, each in sorted((node.properties or {}).items())
        if not isinstance(each, SchemaReference)
        for value in constants(each)[:1]
        if len(constants(each)) == 1
    ]
    inner = "" if node.items is None else _label(node.items)
    text = ",".join([_kind(node), *(values or required), inner]).strip(",")
    if len(text) <= _LONGEST_LABEL:
        return text
    return f"{_kind(node)}-{sha256(text.encode()).hexdigest()[:8]}"
