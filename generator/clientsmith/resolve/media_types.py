"""Media types that several places share, which the typed view does not look at.

https://spec.openapis.org/oas/v3.2.0.html#components-media-types
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import MediaType
from pydantic import ValidationError

from clientsmith.diagnostics import Diagnostic
from clientsmith.load import JSON
from clientsmith.pointer import Pointer

from .validation import describe
from .values import members


def check_media_types(value: JSON, root: Pointer) -> list[Diagnostic]:
    """Report what is wrong with the media types among the components."""
    components = members(members(value).get("components"))
    at = root / "components" / "mediaTypes"
    found: list[Diagnostic] = []
    for name, media_type in members(components.get("mediaTypes")).items():
        try:
            MediaType.model_validate(media_type)
        except ValidationError as problem:
            found += describe(problem, media_type, at / name)
    return found
