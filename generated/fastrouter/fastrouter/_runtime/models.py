"""The base class of every model, and what open unions need.

https://docs.pydantic.dev/latest/concepts/unions/#discriminated-unions
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Discriminator, Tag

__all__ = ["Model", "Tag", "Unknown", "by_tag"]

from .kinds import is_object


class Model(BaseModel):
    """A JSON object of the API. Properties the document does not declare are kept."""

    model_config = ConfigDict(
        extra="allow",
        defer_build=True,
        protected_namespaces=(),
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        ser_json_bytes="base64",
        val_json_bytes="base64",
    )

    def __json__(self) -> dict[str, Any]:
        """Return what was set, and the constants, under the names of the wire.

        What was never given stays absent, and a null that was given stays null.
        """
        values, given = vars(self), self.model_fields_set
        written = {
            name: values[field]
            for field, name, constant in _wire_names(type(self))
            if constant or field in given
        }
        return {**written, **(self.model_extra or {})}


class Unknown(Model):
    """A variant that was added to the API after this package was generated."""


@cache
def _wire_names(model: type[Model]) -> tuple[tuple[str, str, bool], ...]:
    return tuple(
        (name, field.alias or name, _is_constant(field.annotation, field.default))
        for name, field in model.model_fields.items()
    )


def _is_constant(annotation: object, default: object) -> bool:
    return get_origin(annotation) is Literal and get_args(annotation) == (default,)


def by_tag(property_name: str, *tags: str) -> Discriminator:
    """Choose a variant by the value of one property, or `Unknown`."""

    def choose(value: object) -> str:
        tag = _property(value, property_name)
        return tag if isinstance(tag, str) and tag in tags else ""

    return Discriminator(choose)


def _property(value: object, name: str) -> object:
    if isinstance(value, Model):
        value = value.__json__()
    return value.get(name) if is_object(value) else None
