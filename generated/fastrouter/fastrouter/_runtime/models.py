"""The base class of every model.

https://docs.pydantic.dev/latest/concepts/models/
"""

from __future__ import annotations

from functools import cache
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Literal,
    Protocol,
    get_args,
    get_origin,
)

from pydantic import BaseModel, ConfigDict, Field

from .core_schemas import ASSUMED
from .hooks import BUILDING
from .leaves import with_leaves
from .undeclared import marking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import GetCoreSchemaHandler
    from pydantic.fields import FieldInfo
    from pydantic_core import core_schema

    from .hooks import Change

__all__ = ["Model", "Unknown"]


class Assertions(Protocol):
    """What is asserted of objects: `Asserts`."""

    def mark(self, schema: Any, *, beside: Iterable[str] = ()) -> None:
        """Leave a note in the schema of a model, whose properties are `beside` it."""


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

    __asserts__: ClassVar[Assertions | None] = None
    """What is asserted of the objects as a whole."""
    __writers__: ClassVar[dict[str, Change]] = {}
    """What writes attributes with integers that are text, and `""` undeclared ones."""

    if TYPE_CHECKING:
        # Subclasses say what undeclared properties are; the library's own type,
        # which is not Any, could not be narrowed.
        __pydantic_extra__: Any = Field(init=False)
    else:

        def __init__(self, /, **data: Any) -> None:
            """Make an object; its constants need not be said."""
            for name, wire_name, value in _constants(type(self)):
                if name not in data and wire_name not in data:
                    data[name] = value
            super().__init__(**data)

        # What is read does not come here.
        __init__.__pydantic_base_init__ = True

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        # Type checkers need the default that says it is no argument of the class; in
        # the class it would hide the slot in which each instance keeps its own.
        if "__pydantic_extra__" in vars(cls):
            del cls.__pydantic_extra__

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        schema = handler(source)
        whole: Any = handler.resolve_ref_schema(schema)
        for build in BUILDING:
            build(cls, whole, handler.resolve_ref_schema)
        cls._complete(whole)
        if cls.__asserts__ is not None:
            cls.__asserts__.mark(whole, beside=_names(whole))
        return schema

    @classmethod
    def _complete(cls, schema: dict[str, Any]) -> None:
        """Say how values are read, and ask for the constants."""
        schema = _of_model(schema)
        schema["schema"] = marking(with_leaves(schema["schema"]))
        for name, _, _ in _constants(cls):
            field = schema["schema"]["fields"][name]
            if field["schema"]["type"] == "default":
                field["schema"] = field["schema"]["schema"]

    def __json__(self) -> dict[str, Any]:
        """Return what was set, and the constants, under the names of the wire.

        What was never given stays absent, and a null that was given stays null.
        """
        values, given = vars(self), self.model_fields_set
        extra = self.model_extra or {}
        members = {
            name: write(values[field]) if write else values[field]
            for field, name, constant, write in _wire_names(type(self))
            if field in given or (constant and values[field] is not None)
        }
        write_extra = type(self).__writers__.get("")
        if write_extra:
            extra = {name: write_extra(value) for name, value in extra.items()}
        return {**members, **extra}


class Unknown(Model):
    """A variant that was added to the API after this package was generated."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str, /) -> Any:
            """Have properties as attributes, whose types nobody knows."""


def _of_model(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a model without what its class has put around it."""
    while schema["type"] != "model":
        schema = schema["schema"] if "schema" in schema else schema["choices"][ASSUMED]
    return schema


def _names(schema: dict[str, Any]) -> list[str]:
    """List the properties; a class in a circle does not know all of its fields yet."""
    fields = _of_model(schema)["schema"]["fields"]
    return [field.get("validation_alias", name) for name, field in fields.items()]


@cache
def _wire_names(model: type[Model]) -> tuple[tuple[str, str, bool, Change | None], ...]:
    model.model_rebuild()
    return tuple(
        (
            name,
            _wire_name(name, field),
            _is_constant(field.annotation, field.default),
            model.__writers__.get(name),
        )
        for name, field in model.model_fields.items()
    )


@cache
def _constants(model: type[Model]) -> tuple[tuple[str, str, Any], ...]:
    """List what is always the same, by its Python name and that of the wire."""
    return tuple(
        (name, _wire_name(name, field), field.default)
        for name, field in model.model_fields.items()
        if _is_constant(field.annotation, field.default)
    )


def _wire_name(name: str, field: FieldInfo) -> str:
    # An alias may be empty, as the name of a property may.
    return name if field.alias is None else field.alias


def _is_constant(annotation: object, default: object) -> bool:
    return get_origin(annotation) is Literal and get_args(annotation) == (default,)
