"""The keywords that schemas may have, as the specifications list them."""

from __future__ import annotations

JSON_SCHEMA = {
    # https://json-schema.org/draft/2020-12/json-schema-core#section-8
    "core": "$schema $id $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment "
    "$defs",
    # https://json-schema.org/draft/2020-12/json-schema-core#section-10
    "applicator": "allOf anyOf oneOf not if then else dependentSchemas prefixItems "
    "items contains properties patternProperties additionalProperties propertyNames",
    # https://json-schema.org/draft/2020-12/json-schema-core#section-11
    "unevaluated": "unevaluatedItems unevaluatedProperties",
    # https://json-schema.org/draft/2020-12/json-schema-validation#section-6
    "validation": "type enum const multipleOf maximum exclusiveMaximum minimum "
    "exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems "
    "maxContains minContains maxProperties minProperties required dependentRequired",
    # https://json-schema.org/draft/2020-12/json-schema-validation#section-7
    "format": "format",
    # https://json-schema.org/draft/2020-12/json-schema-validation#section-8
    "content": "contentEncoding contentMediaType contentSchema",
    # https://json-schema.org/draft/2020-12/json-schema-validation#section-9
    "meta-data": "title description default deprecated readOnly writeOnly examples",
}
"""By vocabulary."""
OPENAPI = "discriminator xml externalDocs example nullable"
"""https://spec.openapis.org/oas/v3.1.1.html#schema-object, `nullable` of 3.0.4."""

KEYWORDS = frozenset(" ".join([*JSON_SCHEMA.values(), OPENAPI]).split())
