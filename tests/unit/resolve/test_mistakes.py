"""What is valid and surely not meant is noted, where it stands."""

from __future__ import annotations

import pytest

from clientsmith.diagnostics import Exit, Severity
from clientsmith.load import JSON
from clientsmith.resolve.mistakes.graph import Graph
from unit.compiling import api, compiled, problems

CODES = {
    "default-mistyped",
    "discriminator-undeclared",
    "enum-mistyped",
    "field-misspelt",
    "keyword-mistyped",
    "operation-id-repeated",
    "pattern-invalid",
    "required-undeclared",
    "schema-contradictory",
}


def found(schema: str, others: str = "") -> list[str]:
    """List the mistakes in a schema, as `code place`."""
    text = f"paths: {{}}\ncomponents:\n  schemas:\n    X: {schema}\n{others}"
    prefix = "#/components/schemas/X/"
    return [
        f"{one.code} {str(one.at).removeprefix(prefix)}"
        for one in problems(text)
        if one.code in CODES
    ]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: integer, default: ten}", ["default-mistyped default"]),
        ("{type: string, default: 1}", ["default-mistyped default"]),
        ("{type: boolean, default: 'true'}", ["default-mistyped default"]),
        ("{enum: [a, b], default: c}", ["default-mistyped default"]),
        ("{type: [string, integer], default: [1]}", ["default-mistyped default"]),
        ("{type: integer, default: 1.0}", []),
        ("{maximum: 10, default: 11}", ["default-mistyped default"]),
        ("{exclusiveMinimum: 1, default: 1}", ["default-mistyped default"]),
        ("{minLength: 2, default: a}", ["default-mistyped default"]),
        ("{maximum: 10, minLength: 20, default: 10}", []),
        ("{maximum: 1, default: [5]}", []),
        ("{type: number, default: 1}", []),
        ("{type: string, default: null}", []),
        ("{enum: [a, b], default: a}", []),
        ("{default: {a: 1}}", []),
    ],
)
def test_a_default_must_fit_its_schema(schema: str, expected: list[str]) -> None:
    """By type and by value; of null, many mean that there is none."""
    assert expected == found(schema)


def test_a_default_must_fit_what_a_reference_leads_to() -> None:
    """Beside a `$ref`, or beside an `allOf` of one."""
    others = "    Size: {enum: [small, large]}\n"
    reference = '$ref: "#/components/schemas/Size"'

    assert ["default-mistyped default"] == found(
        f"{{{reference}, default: huge}}", others
    )
    assert ["default-mistyped default"] == found(
        f"{{allOf: [{{{reference}}}], default: huge}}", others
    )
    assert [] == found(f"{{{reference}, default: small}}", others)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: string, enum: [a, 1, 2]}", ["enum-mistyped enum/1"]),
        ("{type: integer, enum: ['1']}", ["enum-mistyped enum/0"]),
        ("{type: string, enum: [a, null]}", []),
        ("{type: number, enum: [1, 2.5]}", []),
        ("{enum: [a, 1]}", []),
    ],
)
def test_the_values_of_an_enumeration_have_its_type(
    schema: str, expected: list[str]
) -> None:
    """The first that has not is named."""
    assert expected == found(schema)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"^\p{L}+$", ["pattern-invalid pattern"]),
        ("(", ["pattern-invalid pattern"]),
        (r"^((a)|b)*\2$", ["pattern-invalid pattern"]),
        (r"^[a-z]+\/\d{3}$", []),
        (r"^\u{1F600}(?<name>a)?\k<name>\cJ[^]$", []),
        ("[[a]", []),
        ("(" * 10_000, []),
    ],
)
def test_a_pattern_is_one_of_python_too(pattern: str, expected: list[str]) -> None:
    """What is no expression, or takes too long to find out, is left alone."""
    assert expected == found(f"{{type: string, pattern: '{pattern}'}}")


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{propertes: {a: {}}}", ["field-misspelt propertes"]),
        ("{type: array, min_items: 1}", ["field-misspelt min_items"]),
        ("{discription: a}", ["field-misspelt discription"]),
        ("{propertes: {}, properties: {}}", []),
        ("{x-propertes: {}}", []),
        ("{colour: red, $dynamicAnchor: a, $comment: b}", []),
        ("{properties: {propertes: {}}}", []),
    ],
)
def test_a_field_that_nothing_knows_is_almost_another(
    schema: str, expected: list[str]
) -> None:
    """What is far from all others is somebody's own, as JSON Schema allows it to be."""
    assert expected == found(schema)


def test_fields_of_every_object_are_looked_at() -> None:
    """An operation without answers has lost its `responses`."""
    text = "paths: {/x: {get: {respones: {'200': {description: d}}}}}"

    assert ["did you mean `responses`?"] == [
        one.hint for one in problems(text) if one.code == "field-misspelt"
    ]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("[{type: string}, {type: integer}]", ["allOf/1"]),
        ("[{type: number}, {type: integer}]", []),
        ("[{type: integer}, {type: [string, number]}]", []),
        ("[{enum: [a, b]}, {enum: [c]}]", ["allOf/1"]),
        ("[{enum: [a, b]}, {const: a}]", []),
        ("[{type: integer}, {}, {const: a}]", ["allOf/2"]),
        ("[{$ref: '#/components/schemas/Y'}, {type: string}]", ["allOf/1"]),
        (
            "[{properties: {a: {type: string}}}, {properties: {a: {const: 1}}}]",
            ["allOf/1"],
        ),
        ("[{properties: {a: {type: string}}}, {properties: {b: {const: 1}}}]", []),
        ("[{type: [string, 'null']}, {type: [integer, 'null']}]", ["allOf/1"]),
        ("[{not: {}}, {}]", []),
        ("[{minimum: 5}, {maximum: 3}]", ["allOf/1"]),
        ("[{maxItems: 3}, {maxItems: 9}, {minItems: 5}]", ["allOf/2"]),
        ("[{maxLength: 5}, {minLength: 5}, {minimum: 9}]", []),
        (
            "[{properties: {a: {maximum: 1}}}, {properties: {a: {minimum: 2}}}]",
            ["allOf/1"],
        ),
        ("[{properties: {a: {maximum: 1}}}, {properties: {b: {minimum: 2}}}]", []),
    ],
)
def test_parts_leave_a_value_possible(schema: str, expected: list[str]) -> None:
    """By type, by value and by limits, of the whole and of each property."""
    places = found(f"{{allOf: {schema}}}", "    Y: {type: object}\n")

    assert [f"schema-contradictory {place}" for place in expected] == places


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{allOf: [{$ref: '#/components/schemas/Y'}], type: 'null'}", ["allOf/0"]),
        ("{allOf: [{type: [object, 'null']}], type: 'null'}", []),
        ("{allOf: [{type: string}, {maxLength: 3}], type: string}", []),
    ],
)
def test_what_stands_beside_parts_leaves_a_value_possible(
    schema: str, expected: list[str]
) -> None:
    """Null beside an object is no way to say that it may be null."""
    places = found(schema, "    Y: {type: object}\n")

    assert [f"schema-contradictory {place}" for place in expected] == places


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{minLength: '5'}", ["keyword-mistyped minLength"]),
        ("{multipleOf: '0.5'}", ["keyword-mistyped multipleOf"]),
        ("{minimum: 1.5, maxItems: 3}", []),
        ("{properties: {minimum: {type: string}}}", []),
    ],
)
def test_a_limit_is_a_number(schema: str, expected: list[str]) -> None:
    """One that is none is said in words all the same, and not checked."""
    assert expected == found(schema)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{minimum: 2, maximum: 1}", ["maximum"]),
        ("{minimum: 1, maximum: 1}", []),
        ("{minItems: 2, maxItems: 1}", ["maxItems"]),
        ("{exclusiveMinimum: 5, maximum: 5}", ["exclusiveMinimum"]),
        ("{exclusiveMaximum: 5, minimum: 5}", ["exclusiveMaximum"]),
        ("{exclusiveMaximum: 5, exclusiveMinimum: 5}", ["exclusiveMaximum"]),
        ("{exclusiveMaximum: 5, minimum: 4, exclusiveMinimum: 3}", []),
        ("{maxLength: 1}", []),
        ("{oneOf: []}", ["oneOf"]),
        ("{anyOf: [{}]}", []),
    ],
)
def test_limits_leave_a_value_possible(schema: str, expected: list[str]) -> None:
    """And so do choices."""
    assert [f"schema-contradictory {place}" for place in expected] == found(schema)


PROPERTIES = "properties: {a: {}}"
DECLARES_B = "{properties: {b: {}}}"


@pytest.mark.parametrize(
    ("schema", "others", "expected"),
    [
        (f"{{required: [b], {PROPERTIES}}}", "", ["required-undeclared required/0"]),
        (f"{{required: [a], {PROPERTIES}}}", "", []),
        ("{required: [b]}", "", []),
        (f"{{required: [b], {PROPERTIES}, additionalProperties: {{}}}}", "", []),
        (
            f"{{required: [b], {PROPERTIES}, allOf: [{{properties: {{b: {{}}}}}}]}}",
            "",
            [],
        ),
        (
            f"{{required: [b], {PROPERTIES}}}",
            "    Y: {allOf: [{$ref: '#/components/schemas/X'}]}\n",
            [],
        ),
        (
            f"{{required: [b], {PROPERTIES}}}",
            "    Y: {oneOf: [{$ref: '#/components/schemas/X'}]}\n",
            ["required-undeclared required/0"],
        ),
        (
            f"{{required: [b], {PROPERTIES}}}",
            f"    Y: {{oneOf: [{{$ref: '#/components/schemas/X'}}], {PROPERTIES}}}\n",
            [],
        ),
        (f"{{anyOf: [{{required: [b], {PROPERTIES}}}]}}", "", []),
    ],
)
def test_a_required_property_is_declared(
    schema: str, others: str, expected: list[str]
) -> None:
    """Unless something else may declare it."""
    assert expected == found(schema, others)


def test_a_discriminator_is_a_property_of_every_variant() -> None:
    """Be it by what the variant is put together of."""
    others = """\
    Base: {properties: {kind: {}}}
    Cat: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {}}}]}
    Dog: {properties: {b: {}}}
"""
    union = "{discriminator: {propertyName: kind}, oneOf: [%s]}"
    cat, dog = (f"{{$ref: '#/components/schemas/{name}'}}" for name in ("Cat", "Dog"))
    wrong = "discriminator-undeclared discriminator/propertyName"

    assert [] == found(union % cat, others)
    assert [wrong] == found(union % f"{cat}, {dog}", others)


def test_a_schema_that_is_a_part_of_itself_is_read_once() -> None:
    """Nothing new is found the second time."""
    part = "allOf: [{$ref: '#/components/schemas/Loop'}], properties: {a: {}}"

    assert ["required-undeclared required/0"] == found(
        f"{{{part}, required: [b]}}", f"    Loop: {{{part}}}\n"
    )


def test_a_schema_of_very_many_parts_is_not_judged() -> None:
    """Each question costs the same, however large the document is."""
    parts: list[JSON] = [{"properties": {"a": {}}} for _ in range(1000)]

    assert Graph(None).declares({"allOf": parts}, "b")
    assert not Graph(None).declares({"allOf": parts[:100]}, "b")


def test_operations_are_told_apart_by_their_ids() -> None:
    """The second is named with the first, whatever their order in the document."""
    one, two = ("/a: {get: {operationId: x}}", "/b: {get: {operationId: x}}")
    for order in (f"{one}, {two}", f"{two}, {one}"):
        [problem] = problems(f"paths: {{{order}}}\n")

        assert "operation-id-repeated" == problem.code
        assert "#/paths/~1b/get/operationId" == str(problem.at)
        assert ["#/paths/~1a/get/operationId"] == [str(n.at) for n in problem.notes]


def test_a_mistake_is_a_hint_that_can_be_made_to_fail() -> None:
    """As what it is: the document is wrong."""
    text = "paths: {}\ncomponents: {schemas: {X: {type: string, default: 1}}}\n"
    [problem] = compiled(text).diagnostics

    assert (Severity.HINT, Exit.DOCUMENT) == (problem.severity, problem.exit)


def in_paths(responses: str) -> str:
    """Describe an operation with responses."""
    return f"paths: {{/pets: {{get: {{responses: {{{responses}}}}}}}}}\n"


def test_a_key_that_is_no_status_is_left_out() -> None:
    """It says nothing of what succeeds; extensions are no keys."""
    text = in_paths(
        "'200': {description: d}, 20x: {description: d}, ok: {description: d}, "
        "x-more: {}"
    )
    warned = [one for one in problems(text) if one.code == "status-unknown"]

    assert ["20x", "ok"] == [str(one.at).rpartition("/")[2] for one in warned]
    assert ["200"] == [one.status for one in api(text).operations[0].responses]


def test_a_range_of_statuses_has_no_case() -> None:
    """Nor has the default; what says the same twice is reported."""
    text = in_paths(
        "2Xx: {description: d}, 4xx: {description: b}, 4XX: {description: a}, "
        "Default: {description: d}, '599': {description: d}"
    )
    warned = [one for one in problems(text) if one.code == "status-unknown"]
    found = [(one.status, one.docs) for one in api(text).operations[0].responses]

    assert [("2XX", "d"), ("4XX", "a"), ("599", "d"), ("default", "d")] == sorted(found)
    assert ["another spelling of `4XX`"] == [one.message[9:34] for one in warned]


def test_a_variable_that_a_server_does_not_declare_is_noted() -> None:
    """At its address, each once."""
    servers = (
        "[{url: 'https://{env}.{region}.example.com/{env}', "
        "variables: {region: {default: eu}}}, {url: 'https://example.com'}]"
    )
    noted = problems(f"paths: {{}}\nservers: {servers}\n")

    assert [("server-variable-undeclared", "#/servers/0/url", "`{env}`")] == [
        (one.code, str(one.at), one.message[:7]) for one in noted
    ]
