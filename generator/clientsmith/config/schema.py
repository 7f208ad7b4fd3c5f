"""The JSON Schema of a configuration, so that editors complete and check it.

https://json-schema.org/draft/2020-12/schema
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, cast

import msgspec

from .tables import Defaults, Tables, TargetTable
from .target import usual

SHIPPED: Final = "clientsmith.schema.json"
"""The file beside this one that holds it."""


def schema_text() -> str:
    """Write the schema as the file that is shipped."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def json_schema() -> dict[str, Any]:
    """Derive the schema from the tables."""
    (root,), found = msgspec.json.schema_components([Tables])
    parts = {name: _as_toml(each) for name, each in found.items()}
    for table in (TargetTable, Defaults):
        _tell_defaults(parts[table.__name__]["properties"])
    top = parts.pop(str(root["$ref"]).rpartition("/")[2])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **top,
        "title": "clientsmith.toml",
        "$defs": parts,
    }


def _as_toml(schema: Any) -> Any:
    """Leave out null, which TOML does not have: a key is rather left out."""
    match schema:
        case {"anyOf": [one, {"type": "null"}], **others}:
            return _as_toml({**others, **one})
        case dict():
            each = cast("Mapping[str, Any]", schema).items()
            return {key: _as_toml(value) for key, value in each}
        case _:
            return schema


def _tell_defaults(properties: dict[str, Any]) -> None:
    for key, value in usual().items():
        if key in properties:
            properties[key]["default"] = value
