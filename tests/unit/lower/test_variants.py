"""The variants of a union are named by what tells them apart."""

from __future__ import annotations

import pytest

from unit.compiling import classes

A, B = "{type: object, properties: {a: {}}}", "{type: object, properties: {b: {}}}"


@pytest.mark.parametrize(
    ("variants", "names"),
    [
        ([A, "{type: string}"], ["XP"]),
        ([A, B], ["XPA", "XPB"]),
        ([A, f"{{type: array, items: {B}}}"], ["XP", "XPItem"]),
        ([A, "{enum: [on, off]}"], ["XP", "XPOption"]),
        ([f"{{title: One, {A[1:]}", f"{{title: Two, {B[1:]}"], ["One", "Two"]),
        (
            [A, "{type: object, properties: {a: {}, b: {}}}", B],
            ["XPA", "XPAB", "XPB"],
        ),
        (
            [
                "{type: object, properties: {a: {type: string}}}",
                "{type: object, properties: {a: {type: integer}}}",
            ],
            ["XPAInteger", "XPAString"],
        ),
        (
            [
                "{type: object, required: [a], properties: {a: {}}}",
                A,
            ],
            ["XPOptionalA", "XPRequiredA"],
        ),
        (
            [
                "{type: object, properties: {k: {const: cat}, a: {}}}",
                "{type: object, properties: {k: {const: dog}, a: {}}}",
            ],
            ["CatXP", "DogXP", "XP"],
        ),
    ],
)
def test_variants_are_named_by_what_tells_them_apart(
    variants: list[str],
    names: list[str],
) -> None:
    """By value, property, title, kind or type; never by their position."""
    for order in (variants, variants[::-1]):
        text = (
            f"X: {{type: object, properties: {{p: {{anyOf: [{', '.join(order)}]}}}}}}"
        )

        assert sorted(["X", *names]) == classes(text)


def limited(schema: str) -> str:
    """Write an object whose only property has a schema."""
    return f"{{type: object, required: [n], properties: {{n: {{{schema}}}}}}}"


@pytest.mark.parametrize(
    ("variants", "names"),
    [
        (
            [limited("minLength: 5"), limited("minLength: 7")],
            ["XPNMinLength5", "XPNMinLength7"],
        ),
        ([limited("minLength: 5"), limited("")], ["XP", "XPNMinLength5"]),
        (
            [limited("minimum: -1.5"), limited("minimum: 2.0")],
            ["XPNMinimum2", "XPNMinimumMinus1Point5"],
        ),
        (
            [limited("pattern: ^usr_"), limited("pattern: ^org_")],
            ["XPNPatternOrg", "XPNPatternUsr"],
        ),
        (
            [limited("pattern: '[^/]'"), limited("pattern: '[^_]'")],
            ["XPNPatternSlash", "XPNPatternUnderscore"],
        ),
        (
            [limited("pattern: ^A"), limited("pattern: ^a")],
            ["XPNPatternALower", "XPNPatternAUpper"],
        ),
        (
            [
                limited("prefixItems: [{type: string}, {type: integer}]"),
                limited("prefixItems: [{type: integer}, {type: string}]"),
            ],
            ["XPNIntegerString", "XPNStringInteger"],
        ),
        (
            [f"{{minProperties: 2, {A[1:]}", A],
            ["XP", "XPMinProperties2"],
        ),
        (
            [f"{{additionalProperties: false, {A[1:]}", A],
            ["XP", "XPAdditionalPropertiesFalse"],
        ),
        (
            [
                f"{{type: array, items: {limited('minLength: 5')}}}",
                f"{{type: array, items: {limited('minLength: 7')}}}",
            ],
            ["XPNMinLength5", "XPNMinLength7"],
        ),
        (
            [
                f"{{type: array, prefixItems: [{A}]}}",
                f"{{type: array, prefixItems: [{B}]}}",
            ],
            ["XPA", "XPB"],
        ),
        (
            [
                limited("type: number, minimum: 1"),
                limited("type: number, minimum: 2"),
                limited("type: string"),
            ],
            ["XPNNumberMinimum1", "XPNNumberMinimum2", "XPNString"],
        ),
        (
            [
                "{title: Foo, required: [k], properties: {k: {const: A}}}",
                "{title: foo, required: [k], properties: {k: {const: a}}}",
            ],
            ["ALowerXP", "AUpperXP"],
        ),
    ],
)
def test_variants_that_nothing_plainer_tells_apart_say_what_they_assert(
    variants: list[str],
    names: list[str],
) -> None:
    """The keyword and its value, and never a digest or a place in the document."""
    for order in (variants, variants[::-1]):
        text = f"X: {{properties: {{p: {{anyOf: [{', '.join(order)}]}}}}}}"
        found = {name for name in classes(text) if name.startswith(("X", "A"))}

        assert {"X", *names} <= found
        assert [] == [name for name in found if "Schemas" in name]


def test_the_items_of_a_tuple_are_told_apart_as_well() -> None:
    """Each of them may be a class of its own."""
    pair = f"{{type: array, prefixItems: [{A}, {B}]}}"

    assert ["X", "XPA", "XPB"] == classes(
        f"X: {{type: object, properties: {{p: {pair}}}}}",
    )


def test_what_refers_to_a_schema_and_says_more_is_named_after_it() -> None:
    """Where a variant is a class of its own, because a base is added to it."""
    found = classes(
        """
        X: {type: object, properties: {b: {type: string}},
          oneOf: [{$ref: '#/components/schemas/One'},
            {$ref: '#/components/schemas/Two'}]}
        One: {type: object, properties: {a: {type: string}}}
        Two: {type: object, properties: {c: {type: string}}}
        """,
    )

    assert ["One", "Two", "X", "XOne", "XTwo"] == sorted({*found, "X"})
