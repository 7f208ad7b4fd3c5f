"""The typed view of a description, and what is wrong where that cannot be made.

https://spec.openapis.org/oas/v3.1.1.html#schema-0
"""

from __future__ import annotations

from collections.abc import Mapping

from openapi_pydantic.v3.v3_1 import OpenAPI
from pydantic import ValidationError

from clientsmith.diagnostics import Diagnostic
from clientsmith.load import JSON
from clientsmith.pointer import Pointer

from .media_types import check_media_types
from .methods import check_methods
from .places import Entries
from .validation import describe
from .values import members
from .views import check_entries

_TYPED_AS = "3.1.1"
"""The version of the view; what 3.2 adds reaches it as extra keys."""


def typed(
    values: Mapping[str, JSON],
    entries: Entries,
) -> tuple[OpenAPI | None, list[Diagnostic]]:
    """Give the values of a description types, and say what is not valid."""
    root = Pointer()
    problems = [
        *check_methods(values[""], root),
        *check_media_types(values[""], root),
        *check_entries(values, entries),
    ]
    try:
        view = OpenAPI.model_validate({**members(values[""]), "openapi": _TYPED_AS})
    except ValidationError as invalid:
        return None, [*problems, *describe(invalid, values[""], root)]
    return view, problems
