"""What a media type says of a body: JSON, text or bytes.

https://spec.openapis.org/oas/v3.1.1.html#media-type-object
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Schema

from .kinds import type_names


def is_json(content_type: str) -> bool:
    """Tell whether a media type is JSON, by name or by `+json` suffix (RFC 6839)."""
    essence = content_type.partition(";")[0].strip().lower()
    return essence.endswith(("/json", "+json"))


def is_text(content_type: str) -> bool:
    """Tell whether a media type is text that a person could read."""
    essence = content_type.partition(";")[0].strip().lower()
    return essence.startswith("text/") or essence.endswith(("/xml", "+xml"))


def is_binary(schema: Schema, *, is_json: bool) -> bool:
    """Tell whether a body is bytes: some documents call files JSON."""
    if schema.schema_format == "binary":
        return True
    says_more = schema.properties or schema.allOf or schema.oneOf
    return not is_json and not (type_names(schema) or says_more)
