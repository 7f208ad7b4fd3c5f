"""References between the files of a description."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.ir import Nullable, Primitive, Reference
from clientsmith.pointer import Pointer, parse_reference
from unit.folders import api, codes, run, schemas, type_of

PET = "type: object\nproperties: {name: {type: string}}\n"


def referring(reference: str) -> str:
    """Write a description with one reference to a schema."""
    return schemas(f"X: {{type: object, properties: {{p: {{$ref: '{reference}'}}}}}}")


@pytest.mark.parametrize(
    ("reference", "name", "text"),
    [
        ("pet.yaml", "pet.yaml", PET),
        ("./schemas/pet.yaml", "schemas/pet.yaml", PET),
        ("schemas/../pet.yaml", "pet.yaml", PET),
        ("pet.json", "pet.json", '{"type": "object", "properties": {"name": {}}}'),
        ("my%20pets/%C3%A4.yaml", "my pets/ä.yaml", PET),
        ("my pets/ä.yaml", "my pets/ä.yaml", PET),
        (
            "all.yaml#/Pet",
            "all.yaml",
            "Pet: {properties: {name: {}}}",
        ),
        ("all.yaml#/a~1b%20c", "all.yaml", "a/b c: {properties: {name: {}}}"),
        ("all.yaml#/$defs/Pet", "all.yaml", "$defs: {Pet: {properties: {name: {}}}}"),
        (
            "all.yaml#/properties/pet",
            "all.yaml",
            "properties: {pet: {properties: {name: {}}}}",
        ),
        (
            "api2.yaml#/components/schemas/Pet",
            "api2.yaml",
            schemas("Pet: {properties: {name: {}}}"),
        ),
    ],
)
def test_a_reference_leads_to_another_file(
    tmp_path: Path,
    reference: str,
    name: str,
    text: str,
) -> None:
    """By its path from the file it stands in, to all of it or into it."""
    found = api(tmp_path, {"api.yaml": referring(reference), name: text})
    expected = Pointer(name, parse_reference(reference).steps)

    assert Reference(expected) == type_of(found, "X", "p")


def test_a_reference_is_relative_to_its_own_file(tmp_path: Path) -> None:
    """And `#` is that file."""
    files = {
        "api.yaml": referring("a/one.yaml"),
        "a/one.yaml": "properties: {p: {$ref: ../b/two.yaml}, q: {$ref: '#/$defs/T'}}\n"
        "$defs: {T: {properties: {}, title: none}}\n",
        "b/two.yaml": "properties: {p: {$ref: three.yaml}}",
        "b/three.yaml": "properties: {p: {type: integer}}",
    }
    found = api(tmp_path, files)

    assert Reference(Pointer("b/two.yaml")) == type_of(found, "one", "p")
    assert Reference(Pointer("b/three.yaml")) == type_of(found, "two", "p")
    assert Primitive("integer") == type_of(found, "three", "p")


def test_files_may_refer_to_each_other(tmp_path: Path) -> None:
    """And back to the root document, whose schemas keep their place."""
    files = {
        "api.yaml": referring("a.yaml"),
        "a.yaml": "properties: {b: {$ref: b.yaml}, x: {$ref: 'api.yaml#/components"
        "/schemas/X'}}",
        "b.yaml": "properties: {a: {$ref: ./a.yaml}}",
    }
    found = api(tmp_path, files)

    assert Reference(Pointer("b.yaml")) == type_of(found, "a", "b")
    assert Reference(Pointer("a.yaml")) == type_of(found, "b", "a")
    assert Reference(Pointer("", ("components", "schemas", "X"))) == type_of(
        found, "a", "x"
    )


def test_each_file_has_the_dialect_of_the_root(tmp_path: Path) -> None:
    """Unless it says which one it has."""
    start = 'openapi: 3.0.3\ninfo: {title: Pets, version: "1"}\n'
    old = "p: {type: string, nullable: true}"
    files = {
        "api.yaml": referring("a.yaml").replace("openapi: 3.1.0", "openapi: 3.0.3"),
        "a.yaml": f"properties: {{{old}, q: {{$ref: 'b.yaml#/components/schemas/B'}}}}",
        "b.yaml": schemas(f"B: {{properties: {{{old}}}}}", start),
    }
    found = api(tmp_path, files)

    assert Nullable(Primitive("string")) == type_of(found, "a", "p")
    assert Nullable(Primitive("string")) == type_of(found, "B", "p")


def test_a_component_names_the_schema_of_another_file(tmp_path: Path) -> None:
    """There is one class, under the name of the component, wherever it is used."""
    text = schemas(
        "Animal: {$ref: schemas/pet-model.yaml}\n"
        "X: {properties: {a: {$ref: schemas/pet-model.yaml}, "
        "b: {$ref: '#/components/schemas/Animal'}}}",
    )
    found = api(tmp_path, {"api.yaml": text, "schemas/pet-model.yaml": PET})
    names = sorted(" ".join(one.name.words) for one in found.declarations.values())

    assert ["Animal", "X"] == names
    assert type_of(found, "X", "a") == type_of(found, "X", "b")


def test_two_components_may_share_the_schema_of_another_file(tmp_path: Path) -> None:
    """The second one is another name of the first."""
    text = schemas("A: {$ref: 'all.yaml#/Pets'}\nB: {$ref: 'all.yaml#/Pets'}")
    found = api(tmp_path, {"api.yaml": text, "all.yaml": f"Pets: {{{flow(PET)}}}"})
    names = sorted(" ".join(one.name.words) for one in found.declarations.values())

    assert ["A", "B"] == names


def flow(text: str) -> str:
    """Write lines as the members of a flow mapping."""
    return ", ".join(text.strip().splitlines())


def test_a_discriminator_maps_to_files(tmp_path: Path) -> None:
    """Its values are references too, and stand for the same schemas."""
    text = schemas(
        "Cat: {$ref: cat.yaml}\n"
        "X: {properties: {p: {oneOf: [{$ref: cat.yaml}, {$ref: dog.yaml}], "
        "discriminator: {propertyName: kind, mapping: "
        "{c: '#/components/schemas/Cat', d: ./dog.yaml}}}}}",
    )
    files = {
        "api.yaml": text,
        "cat.yaml": "properties: {kind: {type: string}}",
        "dog.yaml": "properties: {kind: {type: string}}",
    }
    shown = str(api(tmp_path, files).declarations)

    assert "tags=('c',)" in shown
    assert "tags=('d',)" in shown


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """Where it is referred to."""
    [problem] = run(tmp_path, {"api.yaml": referring("pets.yaml")}).diagnostics

    assert "reference-missing" == problem.code
    assert "`$ref: pets.yaml` names a file that does not exist" == problem.message
    assert "#/components/schemas/X/properties/p/$ref" == str(problem.at)


def test_a_missing_part_of_a_file_has_a_nearest_name(tmp_path: Path) -> None:
    """In the hint, with its file."""
    files = {"api.yaml": referring("all.yaml#/Pat"), "all.yaml": "Pet: {}"}
    [problem] = run(tmp_path, files).diagnostics

    assert "did you mean `all.yaml#/Pet`?" == problem.hint


def test_a_broken_file_is_shown_where_it_is_broken(tmp_path: Path) -> None:
    """Once, however often it is referred to."""
    text = schemas("X: {$ref: a.yaml}\nY: {$ref: 'a.yaml#/b'}")
    [problem] = run(tmp_path, {"api.yaml": text, "a.yaml": "a: [\n"}).diagnostics

    assert "yaml-syntax" == problem.code
    assert str(problem.at).startswith("a.yaml:")


def test_a_value_that_is_wrong_is_found_in_its_file(tmp_path: Path) -> None:
    """With line and column."""
    files = {
        "api.yaml": referring("a/b.yaml"),
        "a/b.yaml": "type: object\nminimum: x\n",
    }
    done = run(tmp_path, files)
    [problem] = done.diagnostics

    assert isinstance(problem.at, Pointer)
    assert "a/b.yaml#/minimum" == str(problem.at)
    assert "a/b.yaml:2:1" == str(done.places.locate(problem.at))


def test_a_description_is_no_schema(tmp_path: Path) -> None:
    """A schema in it is meant."""
    files = {"api.yaml": referring("b.yaml"), "b.yaml": schemas("Pet: {}")}
    [problem] = run(tmp_path, files).diagnostics

    assert "reference-kind" == problem.code
    assert "name one of its schemas, as in `b.yaml#/components/schemas/Pet`" == (
        problem.hint
    )


def test_a_circle_through_files_is_refused(tmp_path: Path) -> None:
    """It has no value."""
    files = {
        "api.yaml": referring("a.yaml"),
        "a.yaml": "$ref: b.yaml",
        "b.yaml": "$ref: a.yaml",
    }

    assert {"reference-circle"} == set(codes(tmp_path, files))


def test_a_pointer_leads_through_references(tmp_path: Path) -> None:
    """As most tools follow it, to where the value is."""
    text = referring("#/components/schemas/Pet/properties/name")
    files = {"api.yaml": f"{text}    Pet: {{$ref: pet.yaml}}\n", "pet.yaml": PET}

    assert Primitive("string") == type_of(api(tmp_path, files), "X", "p")


def test_references_inside_data_are_data(tmp_path: Path) -> None:
    """In examples, defaults and extensions, in any file."""
    data = "example: {$ref: none.yaml}, default: {$ref: none.yaml}"
    files = {
        "api.yaml": referring("a.yaml"),
        "a.yaml": f"{{type: object, {data}, x-more: {{$ref: none.yaml}}}}",
    }

    assert [] == codes(tmp_path, files)


def test_a_property_may_be_called_ref(tmp_path: Path) -> None:
    """Where an object stands, it is a schema."""
    files = {
        "api.yaml": referring("a.yaml"),
        "a.yaml": "properties: {$ref: {type: string}}",
    }

    assert Primitive("string") == type_of(api(tmp_path, files), "a", "$ref")


def test_a_schema_of_no_component_may_hold_itself(tmp_path: Path) -> None:
    """As an object, and as a list of itself."""
    files = {
        "api.yaml": referring("a.yaml#/properties/tree"),
        "a.yaml": "properties:\n"
        "  tree: {properties: {below: {$ref: '#/properties/tree'}, "
        "list: {$ref: '#/properties/list'}}}\n"
        "  list: {type: array, items: {$ref: '#/properties/list'}}\n",
    }
    found = api(tmp_path, files)
    tree = Pointer("a.yaml", ("properties", "tree"))

    assert Reference(tree) == type_of(found, "X", "p")
    assert Reference(tree) == type_of(found, "a tree", "below")
    assert Reference(tree.parent / "list") == type_of(found, "a tree", "list")
