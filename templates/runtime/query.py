"""A parameter that is the whole query, and no form.

https://spec.openapis.org/oas/v3.2.0.html#parameter-locations
"""

from __future__ import annotations

from .escaping import escape
from .members import json_text, text


def text_query(value: object) -> str:
    """Write a value as its text, percent-encoded."""
    return "" if value is None else escape(text(value))


def json_query(value: object) -> str:
    """Write a value as JSON, percent-encoded."""
    return "" if value is None else escape(json_text(value))
