"""Whether a property is only read or only written, by whatever says so.

That is also a schema that it refers to: what a reference leads to says of the place.
https://json-schema.org/draft/2020-12/json-schema-validation#section-9.4
"""

from __future__ import annotations

from typing import Literal

from .all_of import Located, parts
from .annotations import said
from .context import Context


def is_directed(
    context: Context,
    located: tuple[Located, ...],
    flag: Literal["readOnly", "writeOnly"],
) -> bool:
    """Tell whether one of the schemas of a property has a flag."""
    return any(
        getattr(schema, flag) is True
        for each in located
        for schema in (
            said(each.schema),
            *(part.schema for part in parts(context, each.schema, each.at)),
        )
    )
