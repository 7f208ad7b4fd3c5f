"""Each schema has one class in one module."""

from __future__ import annotations

from unit.compiling import models, problems_of_schemas


def test_a_component_has_a_module_and_keeps_its_parts() -> None:
    """Inline schemas are named after their owner and live with it."""
    found = models(
        "Pet: {type: object, properties: {toys: {type: array, items: "
        "{type: object, properties: {name: {type: string}}}}}}",
    )

    assert {"__init__", "pet"} == set(found)
    assert "class PetToy(Model):" in found["pet"]


def test_a_circle_of_schemas_is_one_module() -> None:
    """So that no import is late."""
    found = models(
        """
        Tree: {type: object, properties: {leaves: {$ref: '#/components/schemas/Leaf'}}}
        Leaf: {type: object, properties: {tree: {$ref: '#/components/schemas/Tree'}}}
        """,
    )

    assert {"__init__", "leaf"} == set(found)
    assert "class Tree(Model):" in found["leaf"]


def test_a_component_keeps_its_name() -> None:
    """What is inline gives way."""
    found = models(
        """
        PetToy: {type: object, properties: {a: {type: string}}}
        Pet: {type: object, properties: {toy: {type: object, properties: {b: {}}}}}
        """,
    )

    assert "class PetToy(Model):" in found["pet_toy"]
    assert "class PetToy(" not in found["pet"]


def test_names_that_differ_by_case_are_told_apart() -> None:
    """File systems may not see the difference."""
    text = """
    Pet: {type: object, properties: {a: {}}}
    pet: {type: object, properties: {b: {}}}
    """

    assert ["name-collision"] == problems_of_schemas(text)
    assert {"__init__", "pet", "pet2"} == set(models(text))


def test_enumerations_that_say_the_same_are_one() -> None:
    """Wherever they stand, under one name and without a cycle of imports."""
    found = models(
        """
        A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, x: &kind
          {title: Kind, type: string, enum: [a, b]}}}
        B: {type: object, properties: {x: *kind}}
        """,
    )

    assert 1 == sum(text.count("Kind: TypeAlias") for text in found.values())
    assert [] == problems_of_schemas(
        "A: {type: object, properties: {x: {title: Kind, enum: [a, b]}}}\n"
        "B: {type: object, properties: {x: {title: Kind, enum: [a, b]}}}\n",
    )
