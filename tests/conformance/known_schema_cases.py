"""Cases of JSON-Schema-Test-Suite that a client does not pass yet, and why."""

from __future__ import annotations

_NEVER = "Pydantic has no schema for `Never`"
_OPEN_TUPLE = "an array longer than `prefixItems` does not fit a tuple"
_UNTYPED = "`properties` or `required` without `type` makes an object of everything"

KNOWN = {
    "allof-04-allof-with-boolean-schemas-some-false": _NEVER,
    "anyof-04-anyof-with-boolean-schemas-all-false": _NEVER,
    "enum-14-empty-enum": "the typed view wants an `enum` to have a value",
    "items-02-items-with-boolean-schema-false": _NEVER,
    "items-07-prefixitems-validation-adjusts-the-starting-index-for-items": _OPEN_TUPLE,
    "not-03-forbidden-property": _NEVER,
    "not-04-forbid-everything-with-empty-schema": _NEVER,
    "not-05-forbid-everything-with-boolean-schema-true": _NEVER,
    "oneof-05-oneof-with-boolean-schemas-all-false": _NEVER,
    "opt-bignum-01-number": "`number` is a float, which has 53 bits",
    "opt-float-overflow-00-all-integers-are-multiples-of-0-5-if-overflow-is-handled": (
        "1e308 is an integer, and strict validation wants one without a point"
    ),
    "prefixitems-02-additional-items-are-allowed-by-default": _OPEN_TUPLE,
    "ref-00-root-pointer-ref": _UNTYPED,
    "required-00-required-validation": _UNTYPED,
    "type-00-integer-type-matches-integers": (
        "1.0 is an integer, and strict validation wants one without a point"
    ),
}
"""A case that passes must leave this list."""
