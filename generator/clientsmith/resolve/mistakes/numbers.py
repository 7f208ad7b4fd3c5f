"""Limits that are no numbers: `minLength: "5"`.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clientsmith.diagnostics import Diagnostic, Exit, hint
from clientsmith.load.kinds import kind_of
from clientsmith.pointer import Pointer

from .graph import Graph, Schema

NUMBERS: Final = (
    *("exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum", "multipleOf"),
    *("maxContains", "maxItems", "maxLength", "maxProperties"),
    *("minContains", "minItems", "minLength", "minProperties"),
)


def check_number(
    keyword: str, _: Graph, schema: Schema, at: Pointer
) -> Iterator[Diagnostic]:
    """Report a limit that is none; strict validation does not check it."""
    if type(schema[keyword]) not in {int, float}:
        yield hint(
            "keyword-mistyped",
            f"`{keyword}` is {kind_of(schema[keyword])}, and no number",
            at / keyword,
            hint="write a number without quotes",
            exit=Exit.DOCUMENT,
        )
