"""Every schema has a name that a person would have chosen, whoever came first."""

from __future__ import annotations

import pytest

from unit.compiling import classes, problems_of_schemas


def test_a_component_keeps_its_name() -> None:
    """What is inline gives way, and says what it is if there is no longer name."""
    found = classes(
        """
        PetToy: {type: object, properties: {a: {type: string}}}
        Pet: {type: object, properties: {toy: {type: object, properties: {b: {}}}}}
        """,
    )

    assert ["Pet", "PetToy", "PetToyObject"] == found


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        (("Pet", "pet"), ["Pet", "PetLower"]),
        (("foo-bar", "fooBar"), ["FooBar", "FooMinusBar"]),
        (
            ("FooBar", "foo-bar", "Foo_Bar"),
            ["FooBar", "FooMinusBar", "FooUnderscoreBar"],
        ),
        (("plus+", "plus"), ["Plus", "PlusPlus"]),
        (("ａ", "a"), ["A", "FullwidthLatinSmallLetterA"]),
    ],
)
def test_components_that_read_alike_say_what_tells_them_apart(
    keys: tuple[str, ...],
    names: list[str],
) -> None:
    """From what they are spelled like, not from who comes first."""
    schemas = [f"'{key}': {{type: object, properties: {{a: {{}}}}}}\n" for key in keys]

    assert names == classes("".join(schemas))
    assert names == classes("".join(reversed(schemas)))
    assert "name-collision" in problems_of_schemas("".join(schemas))


def test_a_title_that_several_schemas_share_is_no_name() -> None:
    """Those that say something else are named after their owners."""
    found = classes(
        """
        A: {type: object, properties: {x: {title: Item, type: object, properties:
          {a: {}}}}}
        B: {type: object, properties: {x: {title: Item, type: object, properties:
          {b: {}}}}}
        """,
    )

    assert ["A", "AX", "B", "BX"] == found


def test_what_says_the_same_under_one_name_is_one_class() -> None:
    """Objects as well as enumerations, with everything inside."""
    kind = "{title: Page kind, type: string, enum: [a, b]}"
    page = f"{{title: Page, type: object, properties: {{kind: {kind}, size: {{}}}}}}"
    found = classes(
        f"A: {{type: object, properties: {{x: {page}}}}}\n"
        f"B: {{type: object, properties: {{y: {page}, z: {kind}}}}}\n",
    )

    assert ["A", "B", "Page", "PageKind"] == found


def test_a_difference_in_what_is_said_is_a_difference() -> None:
    """Docstrings are part of a class."""
    page = "{title: Page, description: %s, type: object, properties: {size: {}}}"
    found = classes(
        f"A: {{type: object, properties: {{x: {page % 'One.'}}}}}\n"
        f"B: {{type: object, properties: {{y: {page % 'Two.'}}}}}\n",
    )

    assert ["A", "AX", "B", "BY"] == found


def test_a_word_that_means_one_thing_is_its_name() -> None:
    """Whosever part it is, unless it says nothing by itself."""
    part = "{type: object, properties: {size: {}}}"
    found = classes(
        f"A: {{type: object, properties: {{pagination: {part}, type: {part}}}}}\n"
        f"B: {{type: object, properties: {{pagination: {part}, type: {part}}}}}\n",
    )

    assert ["A", "AType", "B", "BType", "Pagination"] == found


def test_one_and_several_are_told_apart() -> None:
    """An item gives way to what is called so."""
    found = classes(
        """
        Pet: {type: object, properties: {
          toy: {type: object, properties: {a: {}}},
          toys: {type: array, items: {type: object, properties: {b: {}}}}}}
        """,
    )

    assert ["Pet", "PetToy", "PetToysItem"] == found


def test_long_names_leave_out_the_middle() -> None:
    """As long as nobody else is called so."""
    leaf = "{type: object, properties: {a: {}}}"
    inner = f"{{type: object, properties: {{currentPaymentMethod: {leaf}}}}}"
    found = classes(
        "SubscriptionSchedule: {type: object, properties: "
        f"{{defaultBillingSettings: {inner}}}}}\n",
    )

    assert "SubscriptionScheduleCurrentPaymentMethod" in found


def test_the_parts_of_what_is_shared_are_shared() -> None:
    """And called after it: no owner is better than another one."""
    kind = "{type: string, enum: [a, b]}"
    meta = f"{{type: object, properties: {{kind: {kind}}}}}"
    found = classes(
        f"A: {{type: object, properties: {{meta: {meta}}}}}\n"
        f"B: {{type: object, properties: {{meta: {meta}}}}}\n",
    )

    assert ["A", "B", "Meta", "MetaKind"] == found
