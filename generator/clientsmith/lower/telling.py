"""Which words the properties of a type hold, so that they tell it from others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from clientsmith.ir import (
    AliasSchema,
    Constant,
    Declaration,
    EnumSchema,
    ObjectSchema,
    Primitive,
    Reference,
    Type,
    Union,
    inmost,
    tag_of,
)
from clientsmith.pointer import Pointer

Told: TypeAlias = Mapping[str, tuple[str, ...]]
"""The words that each property may hold; none where it may be any text."""
_DEEPEST = 16


def told_by(
    type_: Type, declarations: Mapping[Pointer, Declaration], depth: int = 0
) -> Told:
    """Return what the properties of an object hold, if they hold words.

    Of a union, these are the properties that all of its variants have.
    """
    match inmost(type_):
        case Reference(to=at) if depth < _DEEPEST:
            declaration = declarations[at]
            if isinstance(declaration, AliasSchema):
                return told_by(declaration.type, declarations, depth + 1)
            return _properties(declaration, declarations)
        case Union(variants=variants) if depth < _DEEPEST:
            each = [told_by(one.type, declarations, depth + 1) for one in variants]
            return _common(each)
        case _:
            return {}


def _properties(
    declaration: Declaration, declarations: Mapping[Pointer, Declaration]
) -> Told:
    if not isinstance(declaration, ObjectSchema):
        return {}
    found = {
        one.key: one.tags or words_of(one.type, declarations)
        for one in declaration.properties
    }
    return {key: words for key, words in found.items() if words is not None}


def shown_by(type_: Type, declarations: Mapping[Pointer, Declaration]) -> Told:
    """Return what the properties of an object hold in examples."""
    type_ = inmost(type_)
    declaration = declarations[type_.to] if isinstance(type_, Reference) else None
    if not isinstance(declaration, ObjectSchema):
        return {}
    return {
        one.key: (one.example.value,)
        for one in declaration.properties
        if one.example and isinstance(one.example.value, str)
    }


def _common(each: list[Told]) -> Told:
    """Join what several types hold: where one may hold any text, all of them may."""
    shared = set[str].intersection(*map(set, each)) if each else set[str]()
    joined = {key: tuple(word for one in each for word in one[key]) for key in shared}
    return {
        key: tuple(dict.fromkeys(words)) if all(one[key] for one in each) else ()
        for key, words in joined.items()
    }


def words_of(
    type_: Type, declarations: Mapping[Pointer, Declaration]
) -> tuple[str, ...] | None:
    """Return the words that a value may be: none for any text, None for no text."""
    match inmost(type_):
        case Constant(value=value):
            tag = tag_of(value)
            return None if tag is None else (tag,)
        case Primitive(kind="string"):
            return ()
        case Reference(to=at):
            return _declared(declarations[at], declarations)
        case Union(variants=variants):
            words = [words_of(one.type, declarations) for one in variants]
            return (
                None if None in words else tuple(w for one in words for w in one or ())
            )
        case _:
            return None


def _declared(
    declaration: Declaration, declarations: Mapping[Pointer, Declaration]
) -> tuple[str, ...] | None:
    match declaration:
        case EnumSchema(members=members):
            tags = [tag_of(one.value) for one in members]
            return None if None in tags else tuple(tag for tag in tags if tag)
        case AliasSchema(type=type_) if not isinstance(inmost(type_), Reference):
            return words_of(type_, declarations)
        case _:
            return None
