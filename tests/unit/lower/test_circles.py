"""Schemas that come back to themselves have types all the same."""

from __future__ import annotations

from clientsmith.ir import (
    AliasSchema,
    Array,
    ObjectSchema,
    Primitive,
    Reference,
    Union,
)
from clientsmith.pointer import Pointer
from unit.compiling import api, declared

S = "#/components/schemas"


def test_a_parent_may_list_children_that_list_it() -> None:
    """It is one of them, and each of them is all that the parent says."""
    text = f"""\
    X:
      type: object
      required: [kind]
      properties: {{kind: {{type: string}}}}
      discriminator: {{propertyName: kind}}
      oneOf: [{{$ref: '{S}/A'}}, {{$ref: '{S}/B'}}]
    A:
      allOf: [{{$ref: '{S}/X'}}, {{properties: {{kind: {{const: a}}, a: {{}}}}}}]
    B:
      allOf: [{{$ref: '{S}/X'}}, {{properties: {{kind: {{const: b}}, b: {{}}}}}}]
    """
    parent, child = declared(text, "X"), declared(text, "A")

    assert isinstance(parent, AliasSchema)
    assert isinstance(parent.type, Union)
    assert [Reference(Pointer("", ("components", "schemas", n))) for n in "AB"] == [
        variant.type for variant in parent.type.variants
    ]
    assert isinstance(child, ObjectSchema)
    assert {"kind", "a"} == {one.key for one in child.properties}


def test_items_may_be_all_that_holds_them_and_more() -> None:
    """The class that is made of both holds itself."""
    text = f"""\
    X:
      properties:
        broader:
          type: array
          items: {{allOf: [{{properties: {{id: {{}}}}}}, {{$ref: '{S}/X'}}]}}
    """
    found = declared(text)

    assert isinstance(found, ObjectSchema)
    [property_] = found.properties
    assert isinstance(property_.type, Array)
    at = Pointer("", ("components", "schemas", "X", "properties", "broader", "items"))
    assert Reference(at) == property_.type.items


def test_what_is_both_of_two_lists_leads_back_to_itself() -> None:
    """What comes next is both of them, again and again."""
    text = f"""\
    A: {{properties: {{a: {{}}, next: {{$ref: '{S}/A'}}}}}}
    B: {{properties: {{b: {{}}, next: {{$ref: '{S}/B'}}}}}}
    X: {{allOf: [{{$ref: '{S}/A'}}, {{$ref: '{S}/B'}}]}}
    """
    found = api(f"paths: {{}}\ncomponents:\n  schemas:\n{text}").declarations
    whole = Pointer("", ("components", "schemas", "X"))
    after = whole / "properties" / "next"

    for at in (whole, after):
        object_ = found[at]
        assert isinstance(object_, ObjectSchema)
        types = {one.key: one.type for one in object_.properties}
        assert {"a", "b", "next"} == types.keys()
        assert Reference(after) == types["next"]


def test_a_choice_of_itself_is_a_choice_of_the_rest() -> None:
    """Nothing is itself without being one of the others."""
    found = declared(f"X: {{anyOf: [{{type: string}}, {{$ref: '{S}/X'}}]}}")

    assert isinstance(found, AliasSchema)
    assert Primitive("string") == found.type


def test_choices_that_lead_to_each_other_are_the_sum_of_both() -> None:
    """A type that is a part of itself could not be read."""
    text = f"""\
    X: {{oneOf: [{{type: string}}, {{$ref: '{S}/Y'}}]}}
    Y: {{oneOf: [{{type: integer}}, {{$ref: '{S}/Z'}}]}}
    Z: {{anyOf: [{{$ref: '{S}/X'}}, {{type: boolean}}]}}
    """
    for name in "XYZ":
        found = declared(text, name)
        assert isinstance(found, AliasSchema)
        assert isinstance(found.type, Union)
        assert {"string", "integer", "boolean"} == {
            variant.type.kind
            for variant in found.type.variants
            if isinstance(variant.type, Primitive)
        }


def test_what_is_combined_says_once_what_others_of_its_properties_are() -> None:
    """It leads back to what is combined, and would be made anew in each round."""
    text = f"""\
    X:
      properties: {{a: {{}}}}
      additionalProperties:
        properties: {{b: {{}}}}
        anyOf: [{{$ref: '{S}/X'}}, {{properties: {{c: {{}}}}}}]
    """
    made = api(f"components:\n  schemas:\n{text}").declarations
    choice = "X/additionalProperties/anyOf"

    assert {f"{S}/{name}" for name in ("X", f"{choice}/0", f"{choice}/1")} == set(
        map(str, made)
    )


def test_an_item_that_may_be_all_that_holds_it_is_declared_once() -> None:
    """Whatever the list that it is in is combined with."""
    text = f"""\
    A:
      type: object
      required: [b]
      properties:
        a:
          type: array
          prefixItems:
          - properties: {{a: {{minItems: 1}}, b: {{}}}}
            oneOf: [{{$ref: '{S}/A'}}, {{type: array}}]
    """
    found = api(f"paths: {{}}\ncomponents:\n  schemas:\n{text}").declarations

    assert 3 >= len(found), [str(at) for at in found]


def test_items_of_combined_lists_stand_where_they_are_written() -> None:
    """So that they are called after what holds them, and are one class."""
    text = f"""\
    A: {{type: array, items: {{type: object, properties: {{a: {{}}}}}}}}
    X: {{allOf: [{{$ref: '{S}/A'}}, {{minItems: 1}}]}}
    """
    found = declared(text)

    assert isinstance(found, AliasSchema)
    assert isinstance(found.type, Array)
    at = Pointer("", ("components", "schemas", "A", "items"))
    assert Reference(at) == found.type.items
