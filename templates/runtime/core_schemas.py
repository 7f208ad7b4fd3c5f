"""How lenient and strict validators make models: by other means than the class does.

https://docs.pydantic.dev/latest/api/pydantic_core_schema/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

    from .hooks import Schema

ASSUMED = "\0assumed"
OTHER = "\0other"
"""What errors call a type that is only assumed, and any other JSON in its place.

No property is called so.
"""


def instance_of(model: type[BaseModel], fields: Schema) -> Schema:
    """Make instances of a model by other means than the class does.

    The library uses a class that was built before again, as it was built.
    """

    def make(parts: tuple[Any, Any, Any]) -> BaseModel:
        values, extra, given = parts
        made = model.__new__(model)
        made.__setstate__(
            {
                "__dict__": values,
                "__pydantic_extra__": extra,
                "__pydantic_fields_set__": given,
                "__pydantic_private__": None,
            }
        )
        return made

    function = {"type": "no-info", "function": make}
    return {"type": "function-after", "function": function, "schema": fields}
