"""What strict validation is told to check: what a schema asserts and no type says."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from clientsmith.ir import (
    AliasSchema,
    Anything,
    Array,
    Asserted,
    Assertion,
    Constant,
    Map,
    MediaType,
    Never,
    Nullable,
    ObjectSchema,
    Primitive,
    Property,
    Tuple,
    Union,
)
from unit.compiling import START, declared, operations, property_type

OLD = 'openapi: 3.0.3\ninfo: {title: Pets, version: "1"}\n'
STRING, INTEGER = Primitive("string"), Primitive("integer")


def shown(checks: Iterable[Assertion]) -> dict[str, object]:
    """Show assertions as a schema."""
    return {each.keyword: json.loads(each.text) for each in checks}


def listed(**keywords: object) -> tuple[Assertion, ...]:
    """List assertions."""
    return tuple(Assertion(name, json.dumps(item)) for name, item in keywords.items())


def as_property(schema: str, others: str = "", start: str = START) -> Property:
    """Lower a schema as a property."""
    text = f"X: {{type: object, properties: {{p: {schema}}}}}\n{others}"
    found = declared(text, start=start)

    assert isinstance(found, ObjectSchema)
    return found.properties[0]


def checks_of(schema: str, others: str = "", start: str = START) -> dict[str, object]:
    """Show what is checked of a property."""
    return shown(as_property(schema, others, start).checks)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: string, maxLength: 5, minLength: 0}", {"maxLength": 5}),
        ("{type: integer, maxLength: 5, minimum: 1.0}", {"minimum": 1}),
        ("{type: string, maxLength: '5', minLength: 1}", {"minLength": 1}),
        (
            "{type: integer, minimum: 5, exclusiveMinimum: true}",
            {"exclusiveMinimum": 5},
        ),
        ("{type: string, format: int64, minimum: 1}", {}),
        ("{maxLength: 5, minimum: 1}", {"minimum": 1, "maxLength": 5}),
        ("{type: integer, maximum: 9007199254740993}", {"maximum": 9007199254740993}),
        ("{type: [array, 'null'], maxItems: 2, uniqueItems: false}", {"maxItems": 2}),
        ("{type: string, pattern: '(', maxLength: 1}", {"maxLength": 1}),
        ("{type: string, format: date}", {}),
        ("{format: date}", {"format": "date"}),
        ("{format: email}", {}),
        ("{type: string, enum: [a, b], maxLength: 1}", {}),
        ("{type: number, enum: [0.5, 1.5]}", {"enum": [0.5, 1.5]}),
        ("{enum: [1, [2]]}", {"enum": [1, [2]]}),
        ("{const: 1.5}", {"const": 1.5}),
        ("{const: a}", {}),
        ("{type: object, required: [a]}", {"required": ["a"]}),
        (
            "{type: object, additionalProperties: false}",
            {"additionalProperties": False},
        ),
        ("{type: object, additionalProperties: {type: string}}", {}),
        ("{type: array, minContains: 2}", {}),
    ],
)
def test_a_keyword_is_checked_that_the_type_does_not_express(
    schema: str, expected: dict[str, object]
) -> None:
    """Of values that it is about, if it asserts anything, to the last digit."""
    assert expected == checks_of(schema)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            "{allOf: [{type: string, minLength: 1, maxLength: 9}, {maxLength: 5}]}",
            {"minLength": 1, "maxLength": 5},
        ),
        (
            "{type: string, allOf: [{pattern: a}, {pattern: b}]}",
            {"pattern": "a", "allOf": [{"pattern": "b"}]},
        ),
        (
            "{allOf: [{if: {minimum: 1}, then: {maximum: 2}}, {if: {minimum: 5}}]}",
            {"if": {"minimum": 1}, "then": {"maximum": 2}}
            | {"allOf": [{"if": {"minimum": 5}}]},
        ),
        ("{allOf: [{$ref: '#/components/schemas/Y'}]}", {}),
        (
            "{allOf: [{$ref: '#/components/schemas/Y'}, {minLength: 2}]}",
            {"minLength": 2, "maxLength": 5},
        ),
        ("{$ref: '#/components/schemas/Y', minLength: 2}", {"minLength": 2}),
        ("{$ref: '#/components/schemas/Z/items'}", {"maximum": 9}),
    ],
)
def test_schemas_that_hold_together_are_checked_together(
    schema: str, expected: dict[str, object]
) -> None:
    """But for what the name that is used has already."""
    others = "Y: {type: string, maxLength: 5}\nZ: {type: array, items: {maximum: 9}}"

    assert expected == checks_of(schema, others)


def test_what_stands_beside_a_reference_of_3_0_is_not() -> None:
    """That version says that it is ignored."""
    schema = "{$ref: '#/components/schemas/Y', minLength: 2}"

    assert {} == checks_of(schema, "Y: {type: string}", OLD)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            "{type: array, items: {type: string, maxLength: 5}}",
            Array(Asserted(STRING, listed(maxLength=5))),
        ),
        (
            "{type: object, additionalProperties: {type: integer, minimum: 1}}",
            Map(Asserted(INTEGER, listed(minimum=1))),
        ),
        (
            "{minItems: 1, maxItems: 1, prefixItems: [{type: string, maxLength: 5}]}",
            Tuple((Asserted(STRING, listed(maxLength=5)),), Never(), 1, assumed=True),
        ),
        (
            "{anyOf: [{type: string, maxLength: 5}, {type: 'null'}]}",
            Nullable(Asserted(STRING, listed(maxLength=5))),
        ),
    ],
)
def test_what_is_inside_of_a_type_is_marked_there(
    schema: str, expected: object
) -> None:
    """Items, values, places and variants."""
    assert expected == property_type(schema)


@pytest.mark.parametrize(
    ("schema", "type_", "expected"),
    [
        (
            "{anyOf: [{type: string, maxLength: 2}, {type: string, minLength: 4}]}",
            STRING,
            {
                "anyOf": [
                    {"type": "string", "maxLength": 2},
                    {"type": "string", "minLength": 4},
                ]
            },
        ),
        (
            "{anyOf: [{type: integer}, {minimum: 2}]}",
            Anything(),
            {"anyOf": [{"type": "integer"}, {"minimum": 2}]},
        ),
        ("{anyOf: [{type: integer}, {}]}", Anything(), {}),
        (
            "{oneOf: [{type: integer}, {}]}",
            Anything(),
            {"oneOf": [{"type": "integer"}, True]},
        ),
        ("{anyOf: [{type: string, maxLength: 2}, {type: string}]}", STRING, {}),
        ("{oneOf: [{const: a}, {const: a}]}", Constant("a"), {}),
    ],
)
def test_a_choice_is_checked_that_no_union_expresses(
    schema: str, type_: object, expected: dict[str, object]
) -> None:
    """Where alternatives have one type, or any; the type stays as it is."""
    found = as_property(schema)

    assert (type_, expected) == (found.type, shown(found.checks))


def test_a_choice_of_types_is_left_to_its_union() -> None:
    """Each variant has its bounds, and none is asked to be the only one that fits."""
    found = as_property("{oneOf: [{type: integer, minimum: 1}, {type: number}]}")

    assert isinstance(found.type, Union)
    assert [
        Asserted(INTEGER, listed(minimum=1)),
        Primitive("number"),
    ] == [each.type for each in found.type.variants]
    assert () == found.checks


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{additionalProperties: false}", {"additionalProperties": False}),
        (
            "{additionalProperties: false, properties: {a: {}, w: {writeOnly: true}}}",
            {"properties": {"w": True}, "additionalProperties": False},
        ),
        ("{properties: {a: {}, w: {writeOnly: true}}}", {}),
        ("{properties: {a: {}, n: false}}", {"properties": {"n": False}}),
        ("{required: [a, b]}", {"required": ["b"]}),
        (
            "{patternProperties: {^x: {type: string}, '(': {type: string}}}",
            {"patternProperties": {"^x": {"type": "string"}, "(": True}},
        ),
        ("{unevaluatedProperties: false}", {"unevaluatedProperties": False}),
        ("{unevaluatedProperties: false, additionalProperties: {}}", {}),
        (
            "{unevaluatedProperties: false, dependentSchemas: {a: {maxProperties: 1}}}",
            {
                "dependentSchemas": {"a": {"maxProperties": 1}},
                "allOf": [
                    {
                        "type": "object",
                        "properties": {"a": True},
                        "unevaluatedProperties": False,
                        "dependentSchemas": {"a": {"maxProperties": 1}},
                    }
                ],
            },
        ),
        ("{anyOf: [{required: [a]}]}", {"anyOf": [{"required": ["a"]}]}),
    ],
)
def test_a_class_is_checked_as_a_whole(
    schema: str, expected: dict[str, object]
) -> None:
    """It knows the properties that have attributes; others are listed."""
    properties = "" if "properties: {a" in schema else "properties: {a: {}}, "
    found = declared(f"X: {{type: object, {properties}{schema[1:]}")

    assert isinstance(found, ObjectSchema)
    assert expected == shown(found.checks)


def test_a_class_and_the_place_of_it_do_not_say_the_same() -> None:
    """An inline object is checked where its class is."""
    found = as_property("{type: object, properties: {a: {}}, minProperties: 1}")

    assert () == found.checks


def test_what_a_class_inherits_of_values_is_checked() -> None:
    """Although the document has it elsewhere than the class is."""
    found = declared(
        "X: {allOf: [{$ref: '#/components/schemas/Y'}, {type: object}]}\n"
        "Y: {type: object, properties: {a: {}}, additionalProperties: "
        "{anyOf: [{type: string, maxLength: 1}, {type: string, pattern: ^a}]}}"
    )
    choice = [{"type": "string", "maxLength": 1}, {"type": "string", "pattern": "^a"}]

    assert isinstance(found, ObjectSchema)
    assert Asserted(STRING, listed(anyOf=choice)) == found.additional


def test_an_alias_and_an_answer_are_checked() -> None:
    """They are values like any other."""
    alias = declared("X: {type: array, minItems: 1}")
    [operation] = operations(
        "/a: {get: {responses: {'200': {description: '', content: "
        "{application/json: {schema: {type: string, maxLength: 5}}}}}}}"
    )
    [content] = operation.responses[0].content

    assert isinstance(alias, AliasSchema)
    assert {"minItems": 1} == shown(alias.checks)
    assert isinstance(content, MediaType)
    assert Asserted(STRING, listed(maxLength=5)) == content.type


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            "{not: {$ref: '#/components/schemas/Y'}}",
            {"not": {"type": "array", "items": {"minimum": 1}}},
        ),
        ("{not: {$ref: '#/components/schemas/Tree'}}", {}),
        ("{not: {type: string, format: email}}", {}),
        (
            "{not: {type: integer, format: int32, description: no}}",
            {"not": {"type": "integer"}},
        ),
        ("{not: {type: string, pattern: '('}}", {}),
        (f"{{not: {{enum: {['long' * 9] * 40}}}}}", {}),
        (
            "{type: object, propertyNames: {format: email, maxLength: 5}}",
            {"propertyNames": {"maxLength": 5}},
        ),
        (
            "{propertyNames: {anyOf: [{$ref: '#/components/schemas/Y'}]}}",
            {"propertyNames": {"anyOf": [{"type": "array", "items": {"minimum": 1}}]}},
        ),
        (
            "{type: array, contains: {$ref: '#/components/schemas/Y', maxItems: 1}}",
            {
                "contains": {
                    "maxItems": 1,
                    "allOf": [{"type": "array", "items": {"minimum": 1}}],
                }
            },
        ),
    ],
)
def test_schemas_inside_are_written_out(
    schema: str, expected: dict[str, object]
) -> None:
    """What cannot be is left out, where that allows more; else it is not checked."""
    others = (
        "Y: {type: array, items: {minimum: 1}}\n"
        "Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}\n"
    )

    assert expected == checks_of(schema, others)


def test_what_is_combined_is_combined_again_without_a_warning() -> None:
    """Whatever the types of what stands beside it."""
    text = """
    X: {properties: {c: {enum: [x, y]}}, oneOf: [{$ref: '#/components/schemas/Y'}]}
    Cat: {anyOf: [{anyOf: [{type: object}]}]}
    Y:
      properties:
        c:
          type: object
          required: [b]
          properties: {b: {}}
          allOf: [{$ref: '#/components/schemas/Cat'}]
    """

    assert isinstance(declared(text), AliasSchema | ObjectSchema)
