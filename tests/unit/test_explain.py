"""`ir --explain` says by what unions are told apart."""

from __future__ import annotations

import pytest

from clientsmith.explain import explain
from unit.compiling import api

ROOT = "#/components/schemas/X"


def explained(schema: str, place: str = ROOT) -> list[str]:
    """Explain the component X."""
    others = "Cat: {type: object}"
    text = f"paths: {{}}\ncomponents: {{schemas: {{X: {schema}, {others}}}}}"
    found = explain(api(text), place).value

    return [line.strip() for line in (found or "").splitlines()]


def test_a_tag_is_named_with_what_it_leads_to() -> None:
    """Each value with its variant."""
    cat = "{title: Cat, type: object, required: [k], properties: {k: {const: cat}}}"
    dog = "{title: Dog, type: object, required: [k], properties: {k: {const: dog}}}"

    assert [
        ROOT,
        "told apart by the property `k`; any other value is `Unknown`",
        "`cat`: Cat",
        "`dog`: Dog",
    ] == explained(f"{{oneOf: [{cat}, {dog}]}}")


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            "{oneOf: [{type: string}, {type: array}]}",
            "string and array of anything differ in JSON type: string or array",
        ),
        (
            "{anyOf: [{type: integer}, {type: number}]}",
            "integer and number both accept 0",
        ),
        (
            "{anyOf: [{type: string, format: date}, {type: string, format: uuid}]}",
            "string (date) and string (uuid) differ in format: date or uuid",
        ),
        (
            "{anyOf: [{type: string}, {type: string, format: date}]}",
            'string and string (date) both accept "2026-01-31"',
        ),
    ],
)
def test_pairs_are_compared(schema: str, expected: str) -> None:
    """By what keeps every value from fitting both, or by a value that does."""
    assert expected in explained(schema)


def test_what_tells_variants_apart_is_named() -> None:
    """Properties that only one of them requires, and tags of objects beside texts."""
    one, other = (
        f"{{type: object, required: [{key}], properties: {{{key}: {{}}}}}}"
        for key in "ab"
    )
    tagged = "{type: object, required: [k], properties: {k: {const: %s}}}"
    cat, dog = tagged % "cat", tagged % "dog"

    assert "told apart by what only one variant requires: `a` or `b`" in explained(
        f"{{oneOf: [{one}, {other}]}}"
    )
    assert {
        "told apart by the JSON type",
        "string and union differ in JSON type: object or string",
        "told apart by the property `k`; any other value is `Unknown`",
    } <= {*explained(f"{{oneOf: [{{type: string}}, {cat}, {dog}]}}")}


def test_only_a_description_without_unions_has_none() -> None:
    """Else one is named, however far it is."""
    described = {
        schema: explain(
            api(f"paths: {{}}\ncomponents: {{schemas: {{X: {schema}}}}}"), "#/info"
        )
        for schema in ("{type: string}", "{oneOf: [{type: string}, {type: array}]}")
    }

    first = f"`--explain '#'` lists all 1, {ROOT} first"
    assert ["this description has no unions", first] == [
        outcome.diagnostics[0].hint for outcome in described.values()
    ]


def test_pairs_that_all_differ_are_told_apart() -> None:
    """Although no single thing tells all of them."""
    dates = "{oneOf: [{type: string, format: date}, {type: string, format: uuid}]}"

    assert "told apart by what each pair of variants differs in" in explained(dates)


def test_an_unknown_pointer_is_an_error_with_the_nearest() -> None:
    """Nothing else could be meant."""
    schema = "{oneOf: [{type: string}, {type: array}]}"
    description = api(f"paths: {{}}\ncomponents: {{schemas: {{X: {schema}}}}}")
    outcome = explain(description, "#/components/schemas/Y")

    assert outcome.value is None
    assert "pointer-unknown" == outcome.diagnostics[0].code
    assert ROOT in str(outcome.diagnostics[0].hint)


def test_a_pointer_may_be_given_without_its_sign() -> None:
    """Shells want it quoted otherwise."""
    schema = "{oneOf: [{type: string}, {type: array}]}"

    assert explained(schema) == explained(schema, ROOT.removeprefix("#"))
