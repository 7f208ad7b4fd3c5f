"""Of two enumerations that were one, each says what has changed of it."""

from __future__ import annotations

from typing import Any

import pytest

from clientsmith.compare import Change, compare
from clientsmith.styles import EnumStyle
from diff.editing import surface

ANIMALS = ("Cat", "Dog")


def document(cat: list[str], dog: list[str]) -> dict[str, Any]:
    """Describe two things with an enumeration each; one is sent, the other read."""
    moods = dict(zip(ANIMALS, (cat, dog), strict=True))
    schemas = {
        name: {
            "type": "object",
            "required": ["mood"],
            "properties": {"mood": {"type": "string", "enum": values}},
        }
        for name, values in moods.items()
    }
    content = {
        name: {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
        for name in ANIMALS
    }
    operation = {
        "operationId": "create_pet",
        "tags": ["pets"],
        "requestBody": {"required": True, "content": content["Cat"]},
        "responses": {"200": {"description": "Is.", "content": content["Dog"]}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "servers": [{"url": "https://a.example"}],
        "paths": {"/pets": {"post": operation}},
        "components": {"schemas": schemas},
    }


def values(old: Any, new: Any, enums: EnumStyle = "literal") -> dict[str, Change]:
    """List the values that have come or gone, by where they are found."""
    surfaces = (surface(each, enums=enums) for each in (old, new))
    return {one.place: one for one in compare(*surfaces) if one.subject == "value"}


BEFORE = document(["calm", "wild"], ["calm", "wild"])
MORE = document(["calm", "wild"], ["calm", "wild", "sad"])


@pytest.mark.parametrize("enums", ["literal", "class"])
def test_a_value_of_one_of_two_is_named_with_its_property(enums: EnumStyle) -> None:
    """Whichever of them the class has gone on as."""
    found = values(BEFORE, MORE, enums)
    (place,) = found

    assert place in {
        'models.Dog.mood["sad"]',
        'models.DogMood["sad"]',
        "models.DogMood.SAD",
    }
    assert ("added", "compatible") == (found[place].action, found[place].verdict)
    assert "sad" in str(found[place].after)


@pytest.mark.parametrize("enums", ["literal", "class"])
def test_there_and_back_is_the_same_value(enums: EnumStyle) -> None:
    """It is gone then."""
    found = values(MORE, BEFORE, enums)
    (change,) = found.values()

    assert ("removed", '"sad"') == (change.action, change.before and change.before.text)


def test_a_value_that_may_no_longer_be_sent_breaks_code() -> None:
    """Of the one that is sent; what is read of the other goes on."""
    found = values(BEFORE, document(["calm"], ["calm", "wild"]))

    assert "breaking" == found['client.pets.create(mood=)["wild"]'].verdict
    assert all('["wild"]' in place for place in found)


def test_other_values_altogether_are_another_type() -> None:
    """No value of them is said to come or go."""
    assert {} == values(BEFORE, document(["calm", "wild"], ["one", "two"]))
