"""A package that is called otherwise takes the place of the old one, on all sides."""

from __future__ import annotations

import json

import pytest

from clientsmith.diagnostics import Exit
from emit.workshop import BRANCH, OLDER, TABLE, WISER, Workshop

FOLDER = "clients/pets"
NOTES = f"{FOLDER}/NOTES.md"
PETS = f"{FOLDER}/.clientsmith/pets.json"
MINE = f"{FOLDER}/pets/extensions.py"


def calls(workshop: Workshop, package: str, branch: str = "") -> None:
    """Give the package another name, and perhaps propose it elsewhere."""
    text = f'branch = "{branch}"\n' if branch else ""
    workshop.configures("../shop.git", text)
    table = (workshop.folder / "clientsmith.toml").read_text()
    named = table.replace('package = "pets"', f'package = "{package}"')
    workshop.desk.write("clientsmith.toml", named)


def forgets_names(workshop: Workshop) -> None:
    """Have a lock from before it had names of packages."""
    path = workshop.folder / "clientsmith.lock"
    lock = json.loads(path.read_text())
    del lock["targets"]["pets"]["emitted"]["packages"]
    path.write_text(json.dumps(lock))


def merges_as_it_is(workshop: Workshop, branch: str) -> None:
    """Have the base be what a branch is."""
    workshop.remote.git("branch", "--force", "main", branch)


def has_only(workshop: Workshop, package: str, other: str) -> bool:
    """Tell whether the branch has one package, and nothing generated of another."""
    remote = workshop.remote
    return (
        remote.holds(BRANCH, f"{FOLDER}/{package}/client.py")
        and not remote.holds(BRANCH, f"{FOLDER}/{other}/client.py")
        and not remote.holds(BRANCH, f"{FOLDER}/.clientsmith/{other}.json")
    )


@pytest.mark.parametrize("squashed", [True, False])
def test_a_lock_from_before_it_had_names_is_enough(
    workshop: Workshop, *, squashed: bool
) -> None:
    """The commits say which package it was, or there is no other that it could be."""
    workshop.emits()
    if squashed:
        workshop.merges()
        workshop.remote.git("branch", "--delete", "--force", BRANCH)
    else:
        merges_as_it_is(workshop, BRANCH)
    forgets_names(workshop)
    calls(workshop, "zoo")
    ended = workshop.emits()
    lock = json.loads((workshop.folder / "clientsmith.lock").read_text())

    assert Exit.OK == ended.code, ended.err
    assert "hint[package-renamed]" in ended.err
    assert has_only(workshop, "zoo", "pets")
    assert ["pets", "zoo"] == lock["targets"]["pets"]["emitted"]["packages"]


def test_a_lock_that_is_gone_is_no_loss_of_names(workshop: Workshop) -> None:
    """Where the commits of the target are still there."""
    workshop.emits()
    merges_as_it_is(workshop, BRANCH)
    (workshop.folder / "clientsmith.lock").unlink()
    calls(workshop, "zoo")
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert has_only(workshop, "zoo", "pets")


def test_what_nobody_knows_is_not_taken_for_a_former_name(workshop: Workshop) -> None:
    """The lock is gone, and the commits; there is a way all the same."""
    workshop.emits()
    workshop.merges()
    workshop.remote.git("branch", "--delete", "--force", BRANCH)
    (workshop.folder / "clientsmith.lock").unlink()
    calls(workshop, "zoo")
    refused = workshop.emits()
    calls(workshop, "pets")
    noted = workshop.emits()
    calls(workshop, "zoo")
    ended = workshop.emits()

    assert Exit.EDITED == refused.code
    assert "error[output-foreign]" in refused.err
    assert "nobody knows whether `pets` in `clients/pets` was" in refused.err
    assert "pets: unchanged" in noted.out
    assert Exit.OK == ended.code, ended.err
    assert has_only(workshop, "zoo", "pets")


def test_the_package_of_another_target_is_no_former_one(workshop: Workshop) -> None:
    """Both are kept in one folder, which models may share."""
    text = (
        '[targets.{0}]\ninput = "api.yaml"\nout = "clients"\npackage = "{1}"\n'
        'models = "pydantic"\n\n[targets.{0}.repository]\nurl = "../shop.git"\n\n'
    )
    both = text.format("pets", "pets"), text.format("dogs", "dogs")
    workshop.desk.write("clientsmith.toml", "".join(both))
    workshop.emits()
    workshop.remote.git("branch", "--force", "main", "clientsmith/dogs")
    forgets_names(workshop)
    renamed = text.format("pets", "zoo"), both[1]
    workshop.desk.write("clientsmith.toml", "".join(renamed))
    workshop.remote.git("branch", "--delete", "--force", BRANCH)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert workshop.remote.holds(BRANCH, "clients/zoo/__init__.py")
    assert workshop.remote.holds(BRANCH, "clients/dogs/__init__.py")


def test_the_package_of_somebody_else_is_no_former_one(workshop: Workshop) -> None:
    """Of a target that is there by its name already, and a lock that has no names."""
    workshop.emits()
    workshop.merges()
    workshop.remote.git("branch", "--delete", "--force", BRANCH)
    other = f"{FOLDER}/.clientsmith/fish.json"
    workshop.goes_on(other, workshop.remote.reads("main", PETS))
    forgets_names(workshop)
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert workshop.remote.holds(BRANCH, other)
    assert "package-renamed" not in ended.err


def test_a_base_with_the_old_name_is_merged_into_the_new_one(
    workshop: Workshop,
) -> None:
    """The base got a change of the old package after the branch had renamed it."""
    workshop.emits()
    workshop.merges()
    calls(workshop, "zoo")
    workshop.emits()
    workshop.goes_on(NOTES, "Notes\n", BRANCH)
    workshop.describes(OLDER)
    calls(workshop, "pets", "other")
    workshop.emits()
    merges_as_it_is(workshop, "other")
    calls(workshop, "zoo")
    workshop.describes(WISER, OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert has_only(workshop, "zoo", "pets")
    assert "Notes" == workshop.remote.reads(BRANCH, NOTES)
    assert "main" in workshop.remote.git("branch", "--merged", BRANCH)


def test_a_base_with_the_new_name_is_merged_into_the_old_one(
    workshop: Workshop,
) -> None:
    """The branch has what somebody has put into the old package, and keeps it there."""
    workshop.emits()
    workshop.merges()
    workshop.describes(OLDER)
    workshop.emits()
    workshop.goes_on(MINE, "MINE = 1\n", BRANCH)
    calls(workshop, "zoo", "other")
    workshop.emits()
    merges_as_it_is(workshop, "other")
    calls(workshop, "zoo")
    workshop.describes(WISER, OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert has_only(workshop, "zoo", "pets")
    assert "MINE = 1" == workshop.remote.reads(BRANCH, MINE)
    assert f"`{MINE}` was not generated, and stays" in ended.err


@pytest.mark.parametrize("mode", ["replace", "merge"])
def test_an_edit_of_the_old_package_on_the_base_is_not_lost(
    workshop: Workshop, mode: str
) -> None:
    """It stays where it is, and is named, also when the base moves on."""
    table = TABLE.replace("testing", f'mode = "{mode}"\ntesting')
    workshop.desk.write(
        "clientsmith.toml", table.format(name="pets", url="../shop.git")
    )
    workshop.emits()
    workshop.merges()
    text = (workshop.folder / "clientsmith.toml").read_text()
    named = text.replace('package = "pets"', 'package = "zoo"')
    workshop.desk.write("clientsmith.toml", named)
    workshop.emits()
    workshop.goes_on(NOTES, "Notes\n", BRANCH)
    pet = f"{FOLDER}/pets/models/pet.py"
    workshop.goes_on(pet, f"# mine\n{workshop.remote.reads('main', pet)}\n")
    workshop.describes(OLDER)
    ended = workshop.emits()
    workshop.goes_on("NEWS.md", "News\n")
    workshop.describes(WISER, OLDER)
    later = workshop.emits()

    assert (Exit.OK, Exit.OK) == (ended.code, later.code), ended.err + later.err
    assert f"{pet}:1:1: hint[output-kept]: `{pet}` was generated once" in ended.err
    assert workshop.remote.reads(BRANCH, pet).startswith("# mine\n")
