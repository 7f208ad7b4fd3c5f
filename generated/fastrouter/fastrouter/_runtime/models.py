"""The base class of every model, and what open unions need.

https://docs.pydantic.dev/latest/concepts/unions/#discriminated-unions
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Literal,
    Never,
    Protocol,
    TypeAlias,
    get_args,
    get_origin,
)

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
)
from pydantic_core import PydanticCustomError, core_schema

from .integers import writer_of
from .kinds import is_object
from .other_json import or_other_json
from .texts import remembering

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import GetCoreSchemaHandler
    from pydantic.fields import FieldInfo

    from .integers import Resolve, Writer

__all__ = ["Assumed", "Model", "Nothing", "Tag", "Unknown", "by_tag"]


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
    __writers__: ClassVar[dict[str, Writer]] = {}
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
        cls._note_writers(whole, handler.resolve_ref_schema)
        cls._complete(whole)
        if cls.__asserts__ is not None:
            cls.__asserts__.mark(whole, beside=_names(cls))
        return schema

    @classmethod
    def _note_writers(cls, schema: dict[str, Any], resolve: Resolve) -> None:
        """Write integers as text that are described so, whoever put them there."""
        fields = _fields(schema)
        if not fields:  # the class was built before
            return
        places = {name: (field, "schema") for name, field in fields["fields"].items()}
        if fields.get("extras_schema"):
            places[""] = fields, "extras_schema"
        cls.__writers__ = {}
        for name, (holder, key) in places.items():
            if write := writer_of(holder[key], resolve):
                cls.__writers__[name] = write
                dump = core_schema.plain_serializer_function_ser_schema(
                    write, when_used="json"
                )
                holder[key] = {**holder[key], "serialization": dump}

    @classmethod
    def _complete(cls, schema: dict[str, Any]) -> None:
        """Let the values of a model remember their text, and ask for its constants."""
        while schema["type"] != "model":  # validators of the class are around it
            schema = schema["schema"]
        schema["schema"] = remembering(schema["schema"])
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
        if extra:
            # An undeclared property may have the Python name of a declared one.
            given = {
                name
                for name in given
                if name not in extra or values.get(name) is not None
            }
        members = {
            name: write(values[field]) if write else values[field]
            for field, name, constant, write in _wire_names(type(self))
            if field in given or (constant and values[field] is not None)
        }
        write_extra = type(self).__writers__.get("")
        if write_extra:
            extra = {name: write_extra(value) for name, value in extra.items()}
        return {**members, **extra}


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


class Unknown(Model):
    """A variant that was added to the API after this package was generated."""


class _Refused:
    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_refuse)


def _refuse(_: object) -> Never:
    raise PydanticCustomError("nothing", "No value is allowed here")


Nothing: TypeAlias = Annotated[Never, _Refused]
"""No value at all, where the document allows none."""


def _names(model: type[Model]) -> list[str]:
    return [_wire_name(name, field) for name, field in model.model_fields.items()]


def _fields(schema: dict[str, Any]) -> dict[str, Any]:
    """Find the fields of a model inside of the validators around it."""
    while schema["type"] != "model":
        schema = schema.get("schema") or {"type": "model", "schema": {}}
    fields: dict[str, Any] = schema["schema"]
    return fields


@cache
def _wire_names(model: type[Model]) -> tuple[tuple[str, str, bool, Writer | None], ...]:
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


def by_tag(property_name: str) -> _ByTag:
    """Choose a variant by the value of one property, or `Unknown`."""
    return _ByTag(property_name)


@dataclass(frozen=True, slots=True)
class _ByTag:
    property: str

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        variants: tuple[Any, ...] = get_args(source)
        tags = {
            mark.tag
            for variant in variants
            for mark in variant.__metadata__
            if isinstance(mark, Tag)
        }

        def choose(value: object) -> str:
            tag = _spelled(_property(value, self.property))
            return tag if tag in tags else ""

        return Discriminator(choose).__get_pydantic_core_schema__(source, handler)


def _spelled(tag: object) -> str:
    """Spell a tag as a mapping does, whose keys are texts."""
    if isinstance(tag, bool):
        return "true" if tag else "false"
    return str(tag) if isinstance(tag, str | int) else ""


def _property(value: object, name: str) -> object:
    if isinstance(value, Model):
        value = value.__json__()
    return value.get(name) if is_object(value) else None
