"""What documents say of the single values of an enumeration, in several dialects.

`x-enum-varnames` and its relatives name them, `x-enum-descriptions` describes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import EnumMember, Scalar, name_of

from .context import title_words
from .markdown import as_markdown

_NAMES = ("x-enum-varnames", "x-enumNames", "x-enum-names", "x-enumVarnames")
_DESCRIPTIONS = ("x-enum-descriptions", "x-enumDescriptions", "x-enum-description")


def members_of(schema: Schema, values: Sequence[Scalar]) -> tuple[EnumMember, ...]:
    """Return the members of an enumeration, with their names and descriptions."""
    extensions = schema.model_extra or {}
    names = _texts(extensions, _NAMES, values)
    docs = _texts(extensions, _DESCRIPTIONS, values)
    return tuple(
        EnumMember(value, as_markdown(text), name_of(name))
        for value, name, text in zip(values, names, docs, strict=True)
    )


def titled_member(schema: Schema, value: Scalar) -> EnumMember:
    """Return the member that a constant with a title and a description is."""
    title, description = schema.title or "", as_markdown(schema.description)
    told = title if title and title != value else ""
    docs = ": ".join(text for text in (told, description) if text)
    return EnumMember(value, docs, title_words(schema))


def _texts(
    extensions: dict[str, Any],
    keys: tuple[str, ...],
    values: Sequence[Scalar],
) -> list[str]:
    """Read a list in the order of the values, or a map from each of them."""
    given = next((extensions[key] for key in keys if key in extensions), None)
    if isinstance(given, list):
        texts = [str(text or "") for text in cast("list[object]", given)]
        return texts if len(texts) == len(values) else [""] * len(values)
    if isinstance(given, dict):
        described = cast("dict[str, object]", given)
        return [str(described.get(str(value)) or "") for value in values]
    return [""] * len(values)
