"""Schemas of other files are named after the files, and the lock knows them there."""

from __future__ import annotations

from pathlib import Path

from unit.folders import run, schemas


def names(folder: Path, *files: str) -> dict[str, str]:
    """List what schemas of some files are called, by what the lock knows them by."""
    keys = "".join(f"p{at}: {{$ref: '{file}'}}, " for at, file in enumerate(files))
    text = "properties: {a: {type: string}}"
    written = {file.partition("#")[0]: text for file in files if "#" not in file}
    written |= {
        file.partition("#")[0]: f"Pet: {{{text}}}" for file in files if "#" in file
    }
    root = schemas(f"X: {{properties: {{{keys}}}}}")
    package = run(folder, {"api.yaml": root, **written}).compiled.package

    assert package is not None
    found = package.names.items()
    return {key: name for key, name in found if not key.startswith("#")}


def test_a_file_names_its_schema(tmp_path: Path) -> None:
    """Its pointer says where, once."""
    assert {"schemas/pet_owner.yaml#": "PetOwner"} == names(
        tmp_path, "schemas/pet_owner.yaml"
    )


def test_files_of_the_same_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    """By the nearest one that says of what they are, in one of each."""
    assert {
        "shared/models/pet.yaml#": "SharedPet",
        "shops/models/pet.yaml#": "ShopPet",
    } == names(tmp_path, "shared/models/pet.yaml", "shops/models/pet.yaml")


def test_keys_of_the_same_name_are_told_apart_by_their_files(tmp_path: Path) -> None:
    """Then by the folders around these."""
    assert {"a.yaml#/Pet": "APet", "b.yaml#/Pet": "BPet"} == names(
        tmp_path, "a.yaml#/Pet", "b.yaml#/Pet"
    )
