"""Cases of JSON-Schema-Test-Suite that a client does not pass yet, and why."""

from __future__ import annotations

KNOWN: dict[str, str] = {}
"""A case that passes must leave this list."""

UNCHECKED = {
    "enum-04-enum-with-escaped-characters": "an enumeration may grow",
    "oneof-06-oneof-complex-types": "two variants have classes, and both fit",
    "oneof-09-oneof-with-missing-optional-property": "two variants have classes",
    "opt-email-00-validation-of-e-mail-addresses": "`email` is an annotation",
    "opt-uri-00-validation-of-uris": "`uri` is an annotation",
}
"""Cases of which strict validation does not refuse every invalid instance."""
