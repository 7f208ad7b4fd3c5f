"""How the properties of a form are written.

https://spec.openapis.org/oas/v3.1.1.html#encoding-object
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from clientsmith.ir import (
    Api,
    Encoding,
    Style,
    Type,
    essence_of,
    is_json,
    may_have_members,
)

from .bodies import object_of
from .code import Code, code, join, literal
from .facts import Facts, call, use
from .imports import Import

FORM = "application/x-www-form-urlencoded"

STYLES: dict[Style, tuple[str, str]] = {
    "form": ("parameters", "form"),
    "spaceDelimited": ("query_styles", "space_delimited"),
    "pipeDelimited": ("query_styles", "pipe_delimited"),
    "deepObject": ("query_styles", "deep_object"),
}
"""The functions that write queries and forms, each after its module."""


class _Writer(Struct, frozen=True):
    """A function of the runtime, and the options that it is always called with."""

    module: str
    name: str
    options: tuple[Code, ...] = ()


_AS_JSON = _Writer("forms", "json_fields")
_RESERVES = Code("allow_reserved=True")


def encoding_arguments(
    facts: Facts,
    encodings: Iterable[Encoding],
    form: Type,
    functions: set[Import],
) -> list[Code]:
    """Say how the properties of a form are written, as briefly as it can be said.

    Where one style writes all arrays and objects, it is named once.
    """
    api = facts.names.api
    types = _properties(api, form)
    writers = _writers(encodings, types)
    nested = _of_all(api, types, writers)
    pairs = [
        code("{}: {}", literal(key), _reference(facts, one, functions))
        for key, one in writers.items()
        if one != nested and _matters(api, types.get(key), one)
    ]
    said: list[Code] = []
    if nested:
        said.append(code("nested={}", _reference(facts, nested, functions)))
    if pairs:
        said.append(code("encoding={{{}}}", join(", ", pairs)))
    return said


def _writers(
    encodings: Iterable[Encoding], types: Mapping[str, Type]
) -> dict[str, _Writer]:
    """Find what writes properties, those of a form that is no object unseen."""
    known = {one.property: _writer(one) for one in encodings}
    return {
        key: one for key, one in known.items() if one and (key in types or not types)
    }


def _properties(api: Api, form: Type) -> Mapping[str, Type]:
    object_ = object_of(api, form)
    return {one.key: one.type for one in object_.properties} if object_ else {}


def _writer(encoding: Encoding) -> _Writer | None:
    """Return what writes a property otherwise than a form does by itself."""
    if encoding.style is None:
        essence = essence_of(encoding.content_type)
        return _AS_JSON if is_json(essence) else None
    options: list[Code] = []
    usual = encoding.style == "form"
    if encoding.explode != usual and encoding.style != "deepObject":
        options.append(code("explode={}", literal(encoding.explode)))
    if encoding.allow_reserved:
        options.append(_RESERVES)
    return _Writer(*STYLES[encoding.style], tuple(options))


def _of_all(
    api: Api, types: Mapping[str, Type], writers: Mapping[str, _Writer]
) -> _Writer | None:
    """Return what writes every array and object, if it writes texts as they are."""
    found = {writers.get(key) for key, one in types.items() if _is_nested(api, one)}
    only = found.pop() if len(found) == 1 else None
    return None if only is None or _writes_texts(only) else only


def _matters(api: Api, type_: Type | None, writer: _Writer) -> bool:
    """Tell whether a property would be written otherwise without its writer."""
    return type_ is None or _is_nested(api, type_) or _writes_texts(writer)


def _writes_texts(writer: _Writer) -> bool:
    """Tell whether a writer has a way of its own with texts."""
    return writer == _AS_JSON or _RESERVES in writer.options


def _is_nested(api: Api, type_: Type) -> bool:
    return may_have_members(type_, api.declarations)


def _reference(facts: Facts, writer: _Writer, functions: set[Import]) -> Code:
    """Name a writer; one with options is a `partial` of its function."""
    name = call(facts, functions, writer.module, writer.name)
    if not writer.options:
        return name
    partial = use(facts, functions, Import("functools", "partial"))
    return code("{}({}, {})", partial, name, join(", ", writer.options))
