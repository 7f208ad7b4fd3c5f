"""A parameter that is the whole query.

https://spec.openapis.org/oas/v3.2.0.html#parameter-locations
"""

from __future__ import annotations

from .kinds import is_object
from .parameters import escape, form, json_text, simple
from .to_json import plain


def form_query(value: object) -> str:
    """Write the members of an object as a form, in which a space is `+`."""
    members = plain(value) if hasattr(type(value), "__json__") else value
    if not is_object(members):
        return simple(value)
    pairs = [pair for key, item in members.items() for pair in form(str(key), item)]
    return "&".join(pairs).replace("%20", "+")


def json_query(value: object) -> str:
    """Write a value as JSON, percent-encoded."""
    return "" if value is None else escape(json_text(value))
