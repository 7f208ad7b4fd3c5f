"""Which arguments may be files, and what their types become by that.

https://spec.openapis.org/oas/v3.1.1.html#considerations-for-file-uploads
"""

from __future__ import annotations

from msgspec.structs import replace

from clientsmith.ir import (
    AliasSchema,
    Anything,
    Api,
    Array,
    Asserted,
    ByOrder,
    Nullable,
    Primitive,
    Reference,
    Type,
    Union,
    Variant,
)
from clientsmith.pointer import Pointer

from .annotations import Annotation, Refer, sent, union
from .code import Code, code
from .imports import Import

BYTES = Primitive("string", "binary")
_FILE = Annotation(
    Code("FileInput"), frozenset({Import("._runtime.sources", "FileInput")})
)


def either(types: list[Type]) -> Type:
    """Return what is one of several types, each of them once."""
    unique = list(dict.fromkeys(types))
    if not unique[1:]:
        return unique[0]
    return Union(tuple(Variant(type_) for type_ in unique), ByOrder())


def as_file(api: Api, type_: Type) -> Type:
    """Take the text that a type is, or lists, for bytes; some say nothing at all."""
    match type_:
        case Primitive(kind="string") | Anything():
            return BYTES
        case Array(items=items):
            return replace(type_, items=as_file(api, items))
        case Nullable(inner=inner):
            return Nullable(as_file(api, inner))
        case Asserted(inner=inner):
            return as_file(api, inner)
        case Reference(to=pointer):
            declaration = api.declarations[pointer]
            if isinstance(declaration, AliasSchema):
                return as_file(api, declaration.type)
            return type_
        case _:
            return type_


def sent_in_parts(api: Api, type_: Type, refer: Refer) -> Annotation:
    """Annotate what a part is made of, or the parts that a list becomes."""

    def annotate(type_: Type, seen: frozenset[Pointer]) -> Annotation:
        match type_:
            case Primitive(kind="string", format="binary"):
                return _FILE
            case Array(items=items) if _has_file(api, items, {*seen}):
                return _listed(annotate(items, seen))
            case Nullable(inner=inner):
                return annotate(inner, seen).optional
            case Asserted(inner=inner):
                return annotate(inner, seen)
            case Union(variants=variants):
                return union(annotate(variant.type, seen) for variant in variants)
            case Reference(to=pointer) if _has_file(api, type_, {*seen}):
                declaration = api.declarations[pointer]
                if isinstance(declaration, AliasSchema):
                    return annotate(declaration.type, seen | {pointer})
                return sent(type_, refer)
            case _:
                return sent(type_, refer)

    return annotate(type_, frozenset())


def is_file(api: Api, type_: Type, seen: frozenset[Pointer] = frozenset()) -> bool:
    """Tell whether a type is bytes, or a list of these, and nothing else but null."""
    match type_:
        case Primitive(kind="string", format="binary"):
            return True
        case Array(items=inner) | Nullable(inner=inner) | Asserted(inner=inner):
            return is_file(api, inner, seen)
        case Reference(to=pointer) if pointer not in seen:
            declaration = api.declarations[pointer]
            return isinstance(declaration, AliasSchema) and is_file(
                api, declaration.type, seen | {pointer}
            )
        case _:
            return False


def _listed(items: Annotation) -> Annotation:
    wanted = Import("collections.abc", "Sequence")
    return Annotation(code("Sequence[{}]", items.text), items.imports | {wanted})


def _has_file(api: Api, type_: Type, seen: set[Pointer]) -> bool:
    """Tell whether a type is bytes, or lists or aliases what is."""
    match type_:
        case Primitive(kind="string", format="binary"):
            return True
        case Array(items=inner) | Nullable(inner=inner) | Asserted(inner=inner):
            return _has_file(api, inner, seen)
        case Union(variants=variants):
            return any(_has_file(api, each.type, seen) for each in variants)
        case Reference(to=pointer) if pointer not in seen:
            declaration = api.declarations[pointer]
            seen.add(pointer)
            return isinstance(declaration, AliasSchema) and _has_file(
                api, declaration.type, seen
            )
        case _:
            return False
