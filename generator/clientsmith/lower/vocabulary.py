"""What part each keyword of a schema plays, in one table.

https://json-schema.org/draft/2020-12/json-schema-core#section-10
https://json-schema.org/draft/2020-12/json-schema-validation#section-6
https://spec.openapis.org/oas/v3.1.1.html#schema-object
"""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct


class Role(Enum):
    """What a keyword is for."""

    SHAPE = auto()
    """It holds schemas that make up the type."""
    VALUES = auto()
    """It lists the values there are."""
    LEAST = auto()
    """It is a limit, and the greater of two says what both say."""
    MOST = auto()
    """It is a limit, and the smaller of two says what both say."""
    ASSERTION = auto()
    """It asserts something else of a value, by itself."""
    CONDITION = auto()
    """It holds schemas that parts of a value are held against."""
    PROSE = auto()
    """It speaks to people."""
    PLACE = auto()
    """It speaks of the place where the schema stands, and not of its values."""


class Keyword(Struct, frozen=True):
    """A keyword, and what it is in the typed view."""

    name: str
    role: Role
    about: str = ""
    """The one JSON type of the values that it says something of."""
    field: str = ""
    """Its field in the typed view, where Python needs the name for something else."""

    @property
    def view(self) -> str:
        """The field of the typed view."""
        return self.field or self.name


KEYWORDS = (
    Keyword("additionalProperties", Role.SHAPE, "object"),
    Keyword("allOf", Role.SHAPE),
    Keyword("anyOf", Role.SHAPE),
    Keyword("items", Role.SHAPE, "array"),
    Keyword("oneOf", Role.SHAPE),
    Keyword("patternProperties", Role.SHAPE, "object"),
    Keyword("prefixItems", Role.SHAPE, "array"),
    Keyword("properties", Role.SHAPE, "object"),
    Keyword("const", Role.VALUES),
    Keyword("enum", Role.VALUES),
    Keyword("exclusiveMinimum", Role.LEAST, "number"),
    Keyword("minContains", Role.LEAST, "array"),
    Keyword("minItems", Role.LEAST, "array"),
    Keyword("minLength", Role.LEAST, "string"),
    Keyword("minProperties", Role.LEAST, "object"),
    Keyword("minimum", Role.LEAST, "number"),
    Keyword("exclusiveMaximum", Role.MOST, "number"),
    Keyword("maxContains", Role.MOST, "array"),
    Keyword("maxItems", Role.MOST, "array"),
    Keyword("maxLength", Role.MOST, "string"),
    Keyword("maxProperties", Role.MOST, "object"),
    Keyword("maximum", Role.MOST, "number"),
    Keyword("dependentRequired", Role.ASSERTION, "object"),
    Keyword("multipleOf", Role.ASSERTION, "number"),
    Keyword("pattern", Role.ASSERTION, "string"),
    Keyword("required", Role.ASSERTION, "object"),
    Keyword("uniqueItems", Role.ASSERTION, "array"),
    Keyword("contains", Role.CONDITION, "array"),
    Keyword("dependentSchemas", Role.CONDITION, "object"),
    Keyword("else", Role.CONDITION, field="schema_else"),
    Keyword("if", Role.CONDITION, field="schema_if"),
    Keyword("not", Role.CONDITION, field="schema_not"),
    Keyword("propertyNames", Role.CONDITION, "object"),
    Keyword("then", Role.CONDITION),
    Keyword("unevaluatedItems", Role.CONDITION, "array"),
    Keyword("unevaluatedProperties", Role.CONDITION, "object"),
    Keyword("deprecated", Role.PROSE),
    Keyword("description", Role.PROSE),
    Keyword("example", Role.PROSE),
    Keyword("examples", Role.PROSE),
    Keyword("externalDocs", Role.PROSE),
    Keyword("title", Role.PROSE),
    Keyword("default", Role.PLACE),
    Keyword("nullable", Role.PLACE),
    Keyword("readOnly", Role.PLACE),
    Keyword("writeOnly", Role.PLACE),
    Keyword("xml", Role.PLACE),
)
"""`type` and `format` say which type it is, and `discriminator` which of several."""


def fields(*roles: Role) -> frozenset[str]:
    """List the fields of the typed view whose keywords have one of some roles."""
    return frozenset(each.view for each in KEYWORDS if each.role in roles)


def names(*roles: Role) -> frozenset[str]:
    """List the keywords of some roles, as a document spells them."""
    return frozenset(each.name for each in KEYWORDS if each.role in roles)
