"""Every schema has a name that a person would have chosen, whoever came first."""

from __future__ import annotations

import pytest

from unit.compiling import classes, classes_of, problems_of_schemas


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


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("State", "PetState"),
        ("The state", "PetState"),
        ("Current mood", "CurrentMood"),
        ("A mood", "Mood"),
    ],
)
def test_a_title_that_repeats_the_key_is_no_name(title: str, name: str) -> None:
    """Tools write it everywhere; an article is no part of a name."""
    state = f"{{title: {title}, type: string, enum: [a, b]}}"

    assert [name] == [
        found
        for found in classes(f"Pet: {{type: object, properties: {{state: {state}}}}}")
        if found != "Pet"
    ]


def test_what_a_value_is_like_says_more_than_whose_it_is() -> None:
    """Descriptions stand at the attributes, so that they tell no types apart."""
    visibility = "{type: string, enum: [a, b], description: Of %s.}"
    found = classes(
        f"A: {{type: object, properties: {{visibility: {visibility % 'one'}}}}}\n"
        f"B: {{type: object, properties: {{visibility: {visibility % 'two'}}}}}\n",
    )

    assert ["A", "B", "Visibility"] == found


def test_things_are_no_name_of_a_value() -> None:
    """`issues: read` is about issues, and no issues."""
    issues = "{type: object, properties: {issues: {type: string, enum: [read, write]}}}"
    found = classes(f"A: {issues}\nB: {issues}\n")

    assert ["A", "AIssues", "B", "BIssues"] == found


def test_a_whole_answer_has_the_name_before_a_part_of_another() -> None:
    """Where as many want it, and say something else."""
    pet = "{type: object, properties: {%s: {type: string}}}"
    pets = f"{{type: array, items: {pet % 'a'}}}"
    wrapped = f"{{type: object, properties: {{pets: {pets}}}}}"
    found = classes_of(
        f"""
        /pets:
          get: {{responses: {{"200": {{description: "", content: {{application/json:
            {{schema: {wrapped}}}}}}}}}}}
          post: {{responses: {{"200": {{description: "", content: {{application/json:
            {{schema: {pet % "b"}}}}}}}}}}}
        """,
    )

    assert ["Pet", "PetListResponse", "PetPet"] == found


def test_what_is_sent_is_a_param_once() -> None:
    """Whatever its title says."""
    body = """{type: object, properties: {toy:
      {title: toy_params, type: object, properties: {a: {type: string}}}}}"""
    found = classes_of(
        f"""
        /pets:
          post:
            requestBody: {{content: {{application/json: {{schema: {body}}}}}}}
            responses: {{"204": {{description: ""}}}}
        """,
    )

    assert ["ToyParam"] == found


def test_a_component_that_is_a_choice_with_more_beside_it_has_one_name() -> None:
    """The choice is what the component is."""
    event = "{type: object, required: [type], properties: {type: {const: %s}}}"
    found = classes(
        f"""
        A: {event % "event.a"}
        B: {event % "event.b"}
        Event:
          allOf:
          - anyOf:
            - {{$ref: '#/components/schemas/A'}}
            - {{$ref: '#/components/schemas/B'}}
          - {{type: object, properties: {{lane: {{type: string}}}}}}
        """,
    )

    assert ["A", "AEvent", "B", "BEvent", "Event"] == found
