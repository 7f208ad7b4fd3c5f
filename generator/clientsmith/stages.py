"""The value that a stage made, as JSON that a person can read."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any, Literal, TypeAlias, cast

from msgspec import Struct
from pydantic import BaseModel

from .ir import Ladder, Name
from .pipeline import Compiled
from .pointer import Pointer

Stage: TypeAlias = Literal["document", "description", "api", "package"]


def stage_as_json(done: Compiled, stage: Stage) -> str | None:
    """Return what a stage made, or None where the run did not come so far."""
    values = {
        "document": done.document and done.document.value,
        "description": done.description and done.description.openapi,
        "api": done.lowered and done.lowered.api,
        "package": done.package,
    }
    value = values[stage]
    if value is None:
        return None
    return json.dumps(_plain(value), indent=2, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """Turn the values of a stage into JSON; unions say which variant they are."""
    match value:
        case BaseModel():
            return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
        case Pointer():
            return str(value)
        case Name():
            return " ".join(value.words)
        case Ladder():
            return [_plain(name) for name in (*value.titled, *value.rungs)]
        case Enum():
            return value.name
        case Struct():
            names = value.__struct_fields__
            members = {name: _plain(getattr(value, name)) for name in names}
            return {"is": type(value).__name__, **members}
        case dict():
            keyed = cast("dict[object, object]", value)
            return {str(key): _plain(item) for key, item in keyed.items()}
        case list() | tuple():
            return [_plain(item) for item in cast("list[Any]", value)]
        case set() | frozenset():
            return sorted(map(str, cast("set[Any]", value)))
        case _:
            return value
