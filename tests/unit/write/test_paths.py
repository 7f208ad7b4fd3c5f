"""Where a run refuses to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit, Outcome
from clientsmith.write import Changes, write
from unit.write.target import Target, files, provenance

PETS = {"pets/__init__.py": "", "tests/test_pets.py": ""}


def codes(outcome: Outcome[Changes]) -> list[str]:
    """List the codes of a refused run, which all are mistakes of its user."""
    assert {Exit.USAGE} == {found.exit for found in outcome.diagnostics}
    return [found.code for found in outcome.diagnostics]


@pytest.mark.parametrize(
    "path", ["../evil.py", "/evil.py", "pets/../../evil.py", "pets\\evil.py", "C:x", ""]
)
def test_a_path_that_escapes_the_folder_is_refused(target: Target, path: str) -> None:
    """Whatever a document's names become, they stay in the output folder."""
    assert ["output-escapes"] == codes(target.write({path: ""}))
    assert not target.out.exists()


@pytest.mark.parametrize("package", ["", "class", "my-pets", "../pets", "2pets"])
def test_a_package_needs_a_name_that_can_be_imported(
    tmp_path: Path, package: str
) -> None:
    """A keyword or a hyphen makes a folder that nobody can import."""
    outcome = write(tmp_path, package, files({}), provenance())

    assert "package-name" in codes(outcome)


def test_names_that_differ_only_by_case_are_refused(target: Target) -> None:
    """Folders count too: half of the team's file systems would merge them."""
    outcome = target.write(
        {"pets/Cat/a.py": "", "pets/cat/b.py": "", "pets/DOG.py": ""}
    )

    assert ["output-collides"] == codes(outcome)
    assert "`pets/Cat` and `pets/cat`" in outcome.diagnostics[0].message


def test_a_file_in_the_place_of_the_output_folder_is_refused(tmp_path: Path) -> None:
    """It is not replaced by a folder."""
    out = tmp_path / "out"
    out.write_text("mine")

    assert "output-not-a-folder" in codes(Target(out).write(PETS))
    assert "mine" == out.read_text()


@pytest.mark.parametrize("link", ["pets", "tests", ".clientsmith"])
def test_a_link_to_another_folder_is_not_followed(target: Target, link: str) -> None:
    """Neither the package nor what stands beside it may end up elsewhere."""
    elsewhere = target.out.with_name("elsewhere")
    elsewhere.mkdir()
    target.out.mkdir()
    (target.out / link).symlink_to(elsewhere)

    assert ["output-symlink"] == codes(target.write(PETS))
    assert [] == list(elsewhere.iterdir())


def test_a_folder_and_a_file_do_not_replace_each_other(target: Target) -> None:
    """Not even by force: a folder may hold anything."""
    (target.out / "pets/__init__.py").mkdir(parents=True)
    (target.out / "tests").write_text("mine")

    expected = ["output-obstructed", "output-obstructed"]
    assert expected == codes(target.write(PETS, force=True))


def test_the_package_folder_may_not_hold_the_document(target: Target) -> None:
    """The folder is replaced; what it is made from stands elsewhere."""
    document = target.out / "pets" / "api.yaml"
    document.parent.mkdir(parents=True)
    document.touch()

    assert ["output-holds-input"] == codes(target.write(PETS, inputs=[document]))


def test_the_output_folder_may_hold_the_document(target: Target) -> None:
    """Generating beside the description is how small projects are laid out."""
    target.out.mkdir()
    document = target.out / "api.yaml"
    document.touch()

    assert target.write(PETS, inputs=[document]).value is not None


def test_a_manifest_cannot_delete_outside_of_its_folder(target: Target) -> None:
    """The manifest lies in a repository where others write."""
    target.write(PETS)
    manifest = target.out / ".clientsmith/pets.json"
    manifest.write_text(manifest.read_text().replace("tests/", "../"))

    assert ["manifest-broken"] == codes(target.write({"pets/__init__.py": ""}))
