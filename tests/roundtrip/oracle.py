"""The models that datamodel-code-generator makes of schemas, as a second opinion.

https://datamodel-code-generator.koxudaxi.dev
"""

from __future__ import annotations

import importlib
import sys
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from datamodel_code_generator import DataModelType, InputFileType, OpenAPIScope
from datamodel_code_generator import generate as generate_models
from datamodel_code_generator.format import PythonVersion
from pydantic import TypeAdapter

from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve.upgrade import LITERALS, NAMED

from .files import Files, value_at

_SCHEMAS = "#/components/schemas/"
_LEFT_OUT = frozenset({"deprecated", "example", "examples", "title"})
"""What asserts nothing, and makes some of its models unusable."""
_TEXTS = [f"{name}=string" for name in ("email", "idn-email", "uri")]
"""Formats that we leave to the server, too."""


@dataclass(slots=True)
class Oracle:
    """Models of some schemas, and which of them is whose."""

    module: ModuleType
    names: Mapping[Pointer, str]
    _adapters: dict[Pointer, TypeAdapter[Any]] = field(
        default_factory=dict[Pointer, TypeAdapter[Any]]
    )

    def accepts(self, at: Pointer, text: str) -> bool:
        """Tell whether the model of a schema reads a JSON text."""
        try:
            if at not in self._adapters:
                model = getattr(self.module, self.names[at])
                self._adapters[at] = TypeAdapter(model)
            self._adapters[at].validate_json(text, strict=True)
        except Exception:  # noqa: BLE001 - some of its models cannot even be asked
            return False
        return True


def consult(
    files: Files, places: Sequence[Pointer], folder: Path, module: str
) -> Oracle | None:
    """Make models of some schemas and what they refer to; None where that fails."""
    copied = _Copied(files)
    info = {"title": "Oracle", "version": "1"}
    schemas = copied.closure(places)
    given = {"openapi": "3.1.0", "info": info, "components": {"schemas": schemas}}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            generate_models(
                given,
                input_file_type=InputFileType.OpenAPI,
                output=folder / f"{module}.py",
                output_model_type=DataModelType.PydanticV2BaseModel,
                openapi_scopes=[OpenAPIScope.Schemas],
                target_python_version=PythonVersion.PY_311,
                strict_nullable=True,
                type_mappings=_TEXTS,
                formatters=[],
            )
            sys.path.insert(0, str(folder))
            importlib.invalidate_caches()
            # A property that is called `Config` gets a warning of Pydantic's.
            return Oracle(importlib.import_module(module), copied.names)
    except Exception:  # noqa: BLE001 - whatever it is, there is no second opinion
        return None
    finally:
        sys.path[:] = [each for each in sys.path if each != str(folder)]


@dataclass(slots=True)
class _Copied:
    """Schemas under names of their own, wherever they stood before."""

    files: Files
    names: dict[Pointer, str] = field(default_factory=dict[Pointer, str])

    def closure(self, places: Sequence[Pointer]) -> dict[str, Any]:
        """Copy schemas, and whatever they refer to."""
        for at in places:
            self._name(at)
        made: dict[str, Any] = {}
        while len(made) < len(self.names):
            for at in list(self.names)[len(made) :]:
                made[self.names[at]] = self._copy(value_at(self.files, at))
        return made

    def _name(self, at: Pointer) -> str:
        # A letter ends it: what is inside a schema is numbered by the other one.
        return self.names.setdefault(at, f"Schema{len(self.names) + 1}X")

    def _reference(self, reference: str) -> str:
        return _SCHEMAS + self._name(parse_reference(reference))

    def _copy(self, value: Any, *, names: bool = False) -> Any:
        """Let references say the new names, and leave out what asserts nothing."""
        if isinstance(value, list):
            return [self._copy(item) for item in value]
        if not isinstance(value, dict):
            return value
        if names:
            return {name: self._copy(item) for name, item in value.items()}
        made = {
            key: item if key in LITERALS else self._copy(item, names=key in NAMED)
            for key, item in value.items()
            if key not in _LEFT_OUT and not key.startswith("x-")
        }
        if isinstance(value.get("$ref"), str):
            made["$ref"] = self._reference(value["$ref"])
        match value.get("discriminator"):
            case {"propertyName": str(name), **rest}:
                mapping = self._mapping(value, rest.get("mapping") or {})
                made["discriminator"] = {"propertyName": name, "mapping": mapping}
                if not mapping:
                    del made["discriminator"]
            case _:
                pass
        return made

    def _mapping(self, schema: dict[str, Any], given: dict[str, str]) -> dict[str, str]:
        """Spell out the tags of variants, which are the old names otherwise."""
        variants = [*schema.get("oneOf", ()), *schema.get("anyOf", ())]
        references = [each["$ref"] for each in variants if "$ref" in each]
        named = {parse_reference(each).name: each for each in references}
        spelled = {tag: named.get(to, to) for tag, to in given.items()}
        others = {tag: to for tag, to in named.items() if to not in spelled.values()}
        return {
            tag: self._reference(to)
            for tag, to in (spelled | others).items()
            if to in references or (not variants and self._leads(to))
        }

    def _leads(self, reference: str) -> bool:
        """Tell whether a mapping names a schema that is there, by reference."""
        try:
            value_at(self.files, parse_reference(reference))
        except LookupError:
            return False
        return "#" in reference
