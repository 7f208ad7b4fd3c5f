"""What the variants of a union are called: by what tells each from the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import dropwhile
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import Name, Part, name_of, name_of_key, spelled
from clientsmith.pointer import parse_reference

from .context import SchemaLike, title_words
from .details import details
from .kinds import type_names

_WORD = re.compile(r"[^\W\d_][\w .-]{0,30}")
_DEEP = 2
_VALUE, _PRESENT, _TYPES, _INSIDE, _DETAIL = range(5)
_ANY = Name(("_",))
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
    tags = _apart(sorted({min(shape.tags) for shape in shapes if shape.tags}))
    for index, shape in enumerate(shapes):
        if shape.tags:
            parts[index] = tags[min(shape.tags)]
        elif isinstance(shape.node, SchemaReference):
            parts[index] = Part(name_of(parse_reference(shape.node.ref).last))
    return parts


def _apart(tags: list[str]) -> dict[str, Part]:
    """Name variants by their tags; those that read alike say how they are written."""
    told = [_tagged(tag) for tag in tags]
    for alike in _alike(told):
        names = [list(spelled(tags[index])) for index in alike]
        for level in zip(*names, strict=True):
            if len({name.snake for name in level}) == len(level):
                for index, name in zip(alike, level, strict=True):
                    told[index] = Part(before=name)
                break
    return dict(zip(tags, told, strict=True))


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
    if schema.items is not None or schema.prefixItems:
        return "array"
    if schema.oneOf or schema.anyOf:
        return "union"
    if schema.enum:
        return "enum"
    return "object" if _has_class(schema) else None


def _has_class(schema: Schema) -> bool:
    """Tell whether something is made of a schema that wants a name."""
    values = schema.enum or schema.properties or schema.additionalProperties
    return bool(values or schema.oneOf or schema.anyOf or schema.prefixItems)


def _told(shapes: list[Shape]) -> list[Part]:
    """Tell variants of one kind apart: by title, else by as few features as do."""
    titles = [title_words(shape.schema) for shape in shapes]
    if all(titles) and len({title.snake for title in titles}) == len(titles) > 1:
        return [Part(title) for title in titles]
    inner = [_inner(shape.schema) for shape in shapes]
    told = _by_features([dict(_features(schema)) for schema in inner])
    classes = [index for index, schema in enumerate(inner) if _has_class(schema)]
    for group in _alike([told[index] for index in classes]):
        alike = [classes[index] for index in group]
        more = _by_features([_details(inner[index]) for index in alike])
        for index, words in zip(alike, more, strict=True):
            told[index] = told[index].told(_unsaid(words, told[index]))
    return told


def _unsaid(words: Part, said: Part) -> Part:
    """Leave out what words begin with, where that is said before them."""
    known = said.of(_ANY).lower.words
    after = dropwhile(lambda word: word.lower() in known, words.after.words)
    return replace(words, after=Name(tuple(after)) or words.after)


def _alike(told: list[Part]) -> list[list[int]]:
    """List the variants that would have one name, group by group."""
    groups: dict[str, list[int]] = {}
    for index, words in enumerate(told):
        groups.setdefault(words.of(_ANY).snake, []).append(index)
    return [group for group in groups.values() if group[1:]]


def _details(schema: Schema) -> _Features:
    """Return all that a variant asserts, the nearest first."""
    return {
        (_DETAIL + depth, about, said): False for depth, about, said in details(schema)
    }


def _by_features(shapes: list[_Features]) -> list[Part]:
    """Name each variant by its rarest feature, and those alike by another one."""
    counts = Counter(feature for own in shapes for feature in own)
    told = [_rarest(own, counts, len(shapes)) for own in shapes]
    for group in _alike(told):
        if len(group) < len(shapes):
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
        yield (_TYPES, key, kind_word(node)), optional
        if depth and isinstance(node, Schema):
            for (_, inner, said), _ in _features(_inner(node), depth - 1):
                yield (_INSIDE, f"{key} {inner}", said), optional
    for value in schema.enum or ():
        if isinstance(value, str) and _WORD.fullmatch(value):
            yield (_PRESENT, value, ""), False


def kind_word(node: SchemaLike) -> str:
    """Return the type of a property in a word."""
    if isinstance(node, SchemaReference):
        return parse_reference(node.ref).name
    plain = type_names(node)
    if plain == ["array"] and node.items is not None:
        return f"{kind_word(node.items)} list"
    return node.schema_format or " ".join(sorted(plain)) or "any"


def constants(schema: Schema) -> list[str]:
    """List the strings that a property is limited to."""
    values = [schema.const] if schema.const is not None else schema.enum or []
    texts = [value for value in values if isinstance(value, str)]
    return texts if len(texts) == len(values) else []
