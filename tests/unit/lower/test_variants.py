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
            ["CatXP", "DogXP"],
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
