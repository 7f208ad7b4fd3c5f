"""References by what schemas are called: `$id`, `$anchor`, `$self`."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.ir import Primitive, Reference
from clientsmith.pointer import Pointer
from unit.compiling import START
from unit.folders import api, codes, run, schemas, type_of
from unit.resolve.test_files import referring

COMPONENTS = ("components", "schemas")


def described(x: str, *others: str) -> str:
    """Write a description in which the property `p` of X is a schema."""
    return schemas("\n".join([f"X: {{properties: {{p: {x}}}}}", *others]))


@pytest.mark.parametrize(
    "keyword", ["$anchor: pet", "$dynamicAnchor: pet", "$id: '#pet'"]
)
def test_an_anchor_names_a_schema(tmp_path: Path, keyword: str) -> None:
    """Wherever it stands in the document."""
    text = described(
        "{$ref: '#pet'}", f"Pet: {{{keyword}, properties: {{}}, title: T}}"
    )
    text = text.replace("properties: {}", "properties: {name: {type: string}}")
    found = api(tmp_path, {"api.yaml": text})

    assert Reference(Pointer("", (*COMPONENTS, "Pet"))) == type_of(found, "X", "p")


def test_an_anchor_may_stand_in_another_file(tmp_path: Path) -> None:
    """Also below what nothing else refers to."""
    files = {
        "api.yaml": referring("all.yaml#pet"),
        "all.yaml": "Unused: {properties: {a: {$anchor: pet, type: integer}}}",
    }

    assert Primitive("integer") == type_of(api(tmp_path, files), "X", "p")


def test_an_unknown_anchor_has_a_nearest_name(tmp_path: Path) -> None:
    """In the hint."""
    text = described("{$ref: '#pat'}", "Pet: {$anchor: pet}")
    [problem] = run(tmp_path, {"api.yaml": text}).diagnostics

    assert ("reference-missing", "did you mean `#pet`?") == (problem.code, problem.hint)


def test_an_anchor_in_data_is_none(tmp_path: Path) -> None:
    """An example may be a schema."""
    text = described("{$ref: '#pet'}", "Pet: {example: {$anchor: pet}}")

    assert ["reference-missing"] == codes(tmp_path, {"api.yaml": text})


@pytest.mark.parametrize(
    "reference",
    [
        "https://example.com/schemas/pet",
        "https://example.com/schemas/pet#",
        "https://example.com/schemas/pet#here",
    ],
)
@pytest.mark.parametrize("other", [False, True])
def test_an_identifier_is_found_before_the_network(
    tmp_path: Path,
    reference: str,
    *,
    other: bool,
) -> None:
    """In any file of the description, whoever refers to it first."""
    pet = "{$id: 'https://example.com/schemas/pet', $anchor: here, type: integer}"
    last = "{$ref: all.yaml#/Pet}" if other else pet
    files = {
        "api.yaml": described(f"{{$ref: '{reference}'}}", f"Z: {last}"),
        "all.yaml": f"Pet: {pet}",
    }
    at = Pointer("all.yaml", ("Pet",)) if other else Pointer("", (*COMPONENTS, "Z"))
    type_ = type_of(api(tmp_path, files), "X", "p")

    assert Reference(at) == type_


def test_an_identifier_is_the_base_of_what_is_inside(tmp_path: Path) -> None:
    """References, pointers, anchors and other identifiers."""
    inside = (
        "{$id: 'https://example.com/a/pet', $defs: {d: {$anchor: x, type: integer}, "
        "e: {$id: tag, type: boolean}}, properties: {pointer: {$ref: '#/$defs/d'}, "
        "anchor: {$ref: '#x'}, sibling: {$ref: tag}, other: {$ref: ../b/owner}}}"
    )
    owner = "{$id: 'https://example.com/b/owner', type: number}"
    text = schemas(f"Pet: {inside}\nOwner: {owner}")
    found = api(tmp_path, {"api.yaml": text})
    keys = ("pointer", "anchor", "sibling", "other")

    assert [
        Primitive("integer"),
        Primitive("integer"),
        Primitive("boolean"),
        Reference(Pointer("", (*COMPONENTS, "Owner"))),
    ] == [type_of(found, "Pet", key) for key in keys]


def test_an_identifier_does_not_hide_the_document(tmp_path: Path) -> None:
    """A pointer that means the document is taken so, and mentioned."""
    inside = "{$id: 'https://example.com/a', properties: {q: %s}}"
    text = described(
        inside % "{$ref: '#/components/schemas/Pet'}",
        "Pet: {type: integer}",
    )

    assert ["reference-base"] == codes(tmp_path, {"api.yaml": text})


def test_a_file_beside_a_schema_with_an_identifier_is_found(tmp_path: Path) -> None:
    """Many schemas have an address at which nothing is, and files beside them."""
    files = {
        "api.yaml": referring("schemas/pet.yaml"),
        "schemas/pet.yaml": "$id: https://example.com/pet.yaml\n"
        "properties: {o: {$ref: owner.yaml}}\n",
        "schemas/owner.yaml": "type: string",
    }
    at = Pointer("schemas/owner.yaml")

    assert Reference(at) == type_of(api(tmp_path, files), "pet", "o")


def test_a_document_may_say_where_it_is(tmp_path: Path) -> None:
    """`$self` is a name for it, and files beside it are beside it."""
    start = START.replace("3.1.0", "3.2.0\n$self: https://example.com/api/openapi")
    files = {
        "api.yaml": referring("schemas/pet.yaml").replace(START, start),
        "schemas/pet.yaml": "properties: {x: "
        "{$ref: 'https://example.com/api/openapi#/components/schemas/X'}}",
    }
    found = api(tmp_path, files)

    assert Reference(Pointer("schemas/pet.yaml")) == type_of(found, "X", "p")
    assert Reference(Pointer("", (*COMPONENTS, "X"))) == type_of(found, "pet", "x")
