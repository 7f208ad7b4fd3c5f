"""Validators that keep what does not fit, made from those that refuse it.

Used only for a response that the plain validator has refused. A value of a
union is still never read as the wrong class: its variants stay strict, and only
the one that the JSON type or the tag selects is also read leniently.
https://docs.pydantic.dev/latest/api/pydantic_core_schema/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import SchemaValidator, ValidationError
from pydantic_core.core_schema import CoreConfig

from .core_schemas import ASSUMED, instance_of
from .hooks import KEEPING
from .kinds import is_object

if TYPE_CHECKING:
    from collections.abc import Callable

    from .hooks import Change, Schema

_OBJECTS = frozenset({"model", "typed-dict", "dict", "tagged-union"})
_WRAPPERS = frozenset({"nullable", "default", "function-wrap", "function-after"})
_ARRAYS = frozenset({"list", "set", "frozenset", "tuple"})


def lenient_validator(schema: Schema) -> SchemaValidator:
    """Make a validator that accepts any JSON from one that does not."""
    config = CoreConfig(extra_fields_behavior="allow", val_json_bytes="base64")
    lenient: Any = _Leniency(schema).whole()
    return SchemaValidator(lenient, config)


def _as_it_is(value: Any) -> Any:
    return value


def _tolerant(schema: Schema) -> Schema:
    found = (kept_by(schema) for kept_by in KEEPING)
    keep: Change = next(filter(None, found), _as_it_is)

    def read(value: Any, validate: Callable[[Any], Any]) -> Any:
        try:
            return validate(value)
        except ValidationError:
            return keep(value)

    function = {"type": "no-info", "function": read}
    return {"type": "function-wrap", "function": function, "schema": schema}


class _Leniency:
    """Rewrites one schema; strict definitions stay beside the lenient ones."""

    def __init__(self, schema: Schema) -> None:
        self._root = schema
        self._definitions: dict[str, Schema] = {}
        if schema["type"] == "definitions":
            self._root = schema["schema"]
            self._definitions = {each["ref"]: each for each in schema["definitions"]}

    def whole(self) -> Schema:
        root = self._keep(self._root)
        if not self._definitions:
            return root
        lenient = [self._read(each) for each in self._definitions.values()]
        every = [*self._definitions.values(), *lenient]
        return {"type": "definitions", "schema": root, "definitions": every}

    def _keep(self, schema: Schema) -> Schema:
        return _tolerant(self._read(schema))

    def _read(self, schema: Schema) -> Schema:
        if schema["type"] == "definition-ref":
            return schema | {"schema_ref": _lenient_name(schema["schema_ref"])}
        if schema["type"] == "union":
            return self._union(schema)
        if schema["type"] == "model":
            return self._model(schema)
        return {key: self._part(key, part) for key, part in schema.items()}

    def _model(self, schema: Schema) -> Schema:
        fields = self._read(schema["schema"])
        return instance_of(schema["cls"], fields) | _named_leniently(schema)

    def _part(self, key: str, part: Any) -> Any:
        match key:
            case "ref":
                return _lenient_name(part)
            case "schema":
                return self._read(part)
            case "fields" if is_object(part):
                return {name: self._field(field) for name, field in part.items()}
            case "choices":
                return {tag: self._read(choice) for tag, choice in part.items()}
            case "items_schema" | "values_schema" | "extras_schema":
                return self._items(part)
            case _:
                return part

    def _items(self, items: Schema | list[Schema]) -> Schema | list[Schema]:
        if isinstance(items, list):
            return [self._keep(item) for item in items]
        return self._keep(items)

    def _field(self, field: Schema) -> Schema:
        schema = field["schema"]
        if schema["type"] == "default":
            return field | {"schema": schema | {"schema": self._keep(schema["schema"])}}
        kept = {"type": "default", "schema": self._keep(schema), "default": None}
        return field | {"schema": kept}

    def _union(self, schema: Schema) -> Schema:
        choices = [_choice(choice) for choice in schema["choices"]]
        chosen = [
            self._read(found[0])
            for kinds in (_OBJECTS, _ARRAYS)
            if len(found := [each for each in choices if self._kind(each) in kinds])
            == 1
        ]
        strict = {key: part for key, part in schema.items() if key != "ref"}
        made = {"type": "union", "mode": "left_to_right", "choices": [strict, *chosen]}
        return made | _named_leniently(schema)

    def _kind(self, schema: Schema) -> str:
        kind: str = schema["type"]
        if kind == "definition-ref":
            return self._kind(self._definitions[schema["schema_ref"]])
        if kind == "tagged-union" and ASSUMED in schema["choices"]:
            return self._kind(schema["choices"][ASSUMED])
        return self._kind(schema["schema"]) if kind in _WRAPPERS else kind


def _choice(choice: Schema | tuple[Schema, str]) -> Schema:
    return choice[0] if isinstance(choice, tuple) else choice


def _named_leniently(schema: Schema) -> Schema:
    return {"ref": _lenient_name(schema["ref"])} if "ref" in schema else {}


def _lenient_name(reference: str) -> str:
    return f"{reference}~lenient"
