"""Variants are found again under the keys they were published under."""

from __future__ import annotations

from typing import Any

from unit.plan.test_stability import document, lost, published

TEXT = {"type": "string"}
UNION = "#/components/schemas/Dig/properties/u/anyOf"
VARIANTS = "#/variants/"


def shape(*keys: str, **more: Any) -> dict[str, Any]:
    """Write an object that requires an `id` and has other properties."""
    properties = dict.fromkeys(("id", *keys), TEXT)
    return {"type": "object", "required": ["id"], "properties": properties} | more


def tuples(*types: str) -> dict[str, Any]:
    """Write an object that holds a tuple."""
    pair = {"type": "array", "prefixItems": [{"type": one} for one in types]}
    return {"type": "object", "properties": {"pair": pair}}


def dig(*variants: dict[str, Any]) -> str:
    """Write a description with a union of a text and other variants."""
    union = {"anyOf": [TEXT, *variants]}
    return document({"Dig": {"type": "object", "properties": {"u": union}}}, {})


def classes(lock: dict[str, str]) -> dict[str, str]:
    """List the classes of variants in a lock, by what they are known by."""
    start = len(UNION) + 1
    return {key[start:]: name for key, name in lock.items() if key.startswith(UNION)}


def test_a_variant_keeps_its_key_and_its_name_when_one_like_it_is_added() -> None:
    """The new one is known by its digest."""
    _, lock = published(dig(shape("color")), {})
    _, more = published(dig(shape("size"), shape("color")), lock)

    assert {"object,id": "DigU"} == classes(lock)
    assert "DigU" == classes(more).pop("object,id")
    assert ["DigU", "DigUSize"] == sorted(classes(more).values())


def test_a_variant_keeps_its_key_when_the_one_like_it_is_gone() -> None:
    """Whichever of them had its label to itself."""
    _, lock = published(dig(shape("color")), {})
    _, more = published(dig(shape("color"), shape("size")), lock)
    _, fewer = published(dig(shape("size")), more)

    assert ["DigUSize"] == [*classes(fewer).values()]
    assert classes(fewer).items() <= classes(more).items()


def test_what_is_said_to_people_is_no_part_of_a_variant() -> None:
    """Neither a description, a title, a default nor an extension changes a name."""
    _, lock = published(dig(shape("color"), shape("size")), {})
    said = {"description": "New.", "default": {}, "x-a": 1, "examples": []}
    described = shape("color", **said, title="Colored")
    _, after = published(dig(described, shape("size")), lock)

    assert classes(lock) == classes(after)


def test_a_property_called_like_a_keyword_counts() -> None:
    """`description` is prose of a schema, and a key of its properties."""
    _, lock = published(dig(shape("description"), shape("title")), {})
    _, after = published(dig(shape("title"), shape("description")), lock)

    assert ["DigUDescription", "DigUTitle"] == sorted(classes(lock).values())
    assert classes(lock) == classes(after)


def test_the_order_of_a_tuple_counts() -> None:
    """Two that differ in nothing else keep their names when they change places."""
    one, other = tuples("string", "integer"), tuples("integer", "string")
    _, lock = published(dig(one, other), {})
    _, after = published(dig(other, one), lock)

    assert ["DigUPairIntegerString", "DigUPairStringInteger"] == sorted(
        classes(lock).values()
    )
    assert lock == after


def test_the_order_of_a_set_does_not() -> None:
    """Of what is required, or of values."""
    kinds = {"k": {"type": "string", "enum": ["a", "b"]}, "id": TEXT}
    either = shape(required=["id", "k"], properties=kinds)
    kinds = {"k": {"type": "string", "enum": ["b", "a"]}, "id": TEXT}
    turned = shape(required=["k", "id"], properties=kinds)
    other = shape(required=["id", "k"], properties={"k": {"type": "integer"}})
    _, lock = published(dig(either, other), {})
    names, after = published(dig(turned, other), lock)

    assert classes(lock) == classes(after)
    assert set() == lost(lock, names)


def test_a_variant_that_changes_is_found_by_its_label() -> None:
    """As long as no other has it."""
    _, lock = published(dig(shape("color")), {})
    _, after = published(dig(shape("color", minProperties=2)), lock)

    assert classes(lock) == classes(after)
    assert lock[f"{VARIANTS}{UNION}/object,id"] != after[f"{VARIANTS}{UNION}/object,id"]


def test_a_variant_that_grows_is_found_beside_a_new_one() -> None:
    """By what it requires: what is optional is added to it."""
    kind = {"type": "integer"}
    old = {"type": "object", "required": ["id"], "properties": {"id": kind}}
    grown = old | {"properties": {"id": kind, "color": TEXT}}
    _, lock = published(dig(old), {})
    _, after = published(dig(shape("size"), grown), lock)

    assert "DigU" == classes(after)["object,id"]
    assert after[f"{VARIANTS}{UNION}/object,id"] != lock[f"{VARIANTS}{UNION}/object,id"]
    assert ["DigU", "DigUSize"] == sorted(classes(after).values())


def test_a_lock_without_digests_is_read() -> None:
    """A label that one variant has says enough."""
    _, lock = published(dig(shape("color")), {})
    old = {key: f"Old{name}" for key, name in classes(lock).items()}
    _, after = published(dig(shape("color")), {f"{UNION}/object,id": "OldDigU"})

    assert old == classes(after)


def test_what_is_inside_of_a_variant_keeps_its_name_with_it() -> None:
    """Its key begins with that of the variant."""
    inner = {"type": "object", "properties": {"part": shape("a")}}
    other = {"type": "object", "properties": {"part": shape("b")}}
    _, lock = published(dig(inner), {})
    _, after = published(dig(other, inner), lock)

    assert 2 == len(classes(lock))
    assert classes(lock).items() <= classes(after).items()


def test_a_reference_needs_no_digest() -> None:
    """What it is known by is its name."""
    base = {"type": "object", "properties": {"b": TEXT}}
    one = {"$ref": "#/components/schemas/One"}
    schemas = {"One": shape("a"), "X": base | {"oneOf": [one, TEXT]}}
    _, lock = published(document(schemas, {}), {})

    assert [] == [key for key in lock if key.startswith(VARIANTS)]
