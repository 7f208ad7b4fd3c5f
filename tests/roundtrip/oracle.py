"""The models that datamodel-code-generator makes of a description, as a second opinion.

https://datamodel-code-generator.koxudaxi.dev
"""

from __future__ import annotations

import importlib
import sys
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from datamodel_code_generator import DataModelType, InputFileType, OpenAPIScope
from datamodel_code_generator import generate as generate_models
from datamodel_code_generator.format import PythonVersion
from pydantic import TypeAdapter

_SCHEMAS = "#/components/schemas/"
_TEXTS = [f"{name}=string" for name in ("email", "idn-email", "uri")]
"""Formats that we leave to the server, too."""


@dataclass(slots=True)
class Oracle:
    """Models of all component schemas, and which of them is whose."""

    module: ModuleType
    names: dict[str, str]
    _adapters: dict[str, TypeAdapter[Any]] = field(
        default_factory=dict[str, TypeAdapter[Any]]
    )

    def accepts(self, schema: str, text: str) -> bool:
        """Tell whether the model of a component schema reads a JSON text."""
        try:
            if schema not in self._adapters:
                model = getattr(self.module, self.names[schema])
                self._adapters[schema] = TypeAdapter(model)
            self._adapters[schema].validate_json(text, strict=True)
        except Exception:  # noqa: BLE001 - some of its models cannot even be asked
            return False
        return True


def consult(document: Any, folder: Path, module: str) -> Oracle | None:
    """Make models of the component schemas; None where that fails."""
    schemas: dict[str, Any] = document.get("components", {}).get("schemas", {})
    names = {name: f"Schema{index}" for index, name in enumerate(sorted(schemas), 1)}
    renamed = {names[name]: _renamed(schema, names) for name, schema in schemas.items()}
    info = {"title": "Oracle", "version": "1"}
    given = {"openapi": "3.1.0", "info": info, "components": {"schemas": renamed}}
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
        return Oracle(importlib.import_module(module), names)
    except Exception:  # noqa: BLE001 - whatever it is, there is no second opinion
        return None
    finally:
        sys.path[:] = [each for each in sys.path if each != str(folder)]


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """Let references say the new names of components; extensions are left out."""
    if isinstance(value, list):
        return [_renamed(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    made = {
        key: _renamed(item, names)
        for key, item in value.items()
        if not key.startswith("x-")
    }
    target = made.get("$ref")
    if isinstance(target, str) and target.removeprefix(_SCHEMAS) in names:
        made["$ref"] = _SCHEMAS + names[target.removeprefix(_SCHEMAS)]
    return made
