"""Models of what the document never calls an object, but gives properties to.

https://json-schema.org/draft/2020-12/json-schema-core#section-7.6.1
"""

from __future__ import annotations

from typing import Any

from .kinds import is_object
from .models import Model
from .other_json import or_other_json

__all__ = ["Assumed"]


class Assumed(Model):
    """An object by its properties alone: the document never says that it is one."""

    @classmethod
    def _complete(cls, schema: dict[str, Any]) -> None:
        """Keep what is no object; in place, since classes refer to each other."""
        if schema["type"] == "tagged-union":  # the class was built before
            return
        super()._complete(schema)
        known = {"ref": schema.pop("ref")} if "ref" in schema else {}
        read: Any = dict(schema)
        schema.clear()
        schema.update({**or_other_json(read, _may_be_object), **known})


def _may_be_object(value: object) -> bool:
    return is_object(value) or isinstance(value, Model)
