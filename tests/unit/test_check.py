"""`check` says what has drifted, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, SINGLE, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a description and its package."""
    desk = Desk(tmp_path)
    desk.generate("api.yaml", DOCUMENT)
    return desk


def test_what_is_up_to_date_has_not_drifted(desk: Desk) -> None:
    """Exit status 0, and no diff."""
    ended = desk.run("check", "api.yaml", *SINGLE)

    assert (Exit.OK, "") == (ended.code, ended.out)


def test_a_changed_document_is_the_cause(desk: Desk) -> None:
    """Shown with a unified diff of what would change; nothing is written."""
    desk.write(
        "api.yaml", DOCUMENT.replace("tags:", "summary: Finds pets.\n      tags:")
    )
    before = desk.files()
    ended = desk.run("check", "api.yaml", *SINGLE)

    assert Exit.DRIFT == ended.code
    assert ended.out.startswith("document changed: api.yaml\n")
    assert "\n--- a/pets/resources/pets.py\n+++ b/pets/resources/pets.py\n" in ended.out
    assert '\n+        """Finds pets.' in ended.out
    assert before == desk.files()


def test_a_changed_configuration_is_the_cause(desk: Desk) -> None:
    """What enumerations become is part of it."""
    text = DOCUMENT.replace("{type: string}", "{type: string, enum: [cat, dog]}")
    desk.generate("api.yaml", text)
    as_class = ("api.yaml", *SINGLE, "--enums", "class")
    other = desk.run("check", *as_class)
    made = desk.run("generate", *as_class)
    same = desk.run("check", *as_class)

    assert (Exit.DRIFT, Exit.OK, Exit.OK) == (other.code, made.code, same.code)
    assert other.out.startswith("configuration changed: enums\n")
    assert "+class PetName(OpenStrEnum):\n" in other.out


def test_an_edited_file_is_the_cause(desk: Desk) -> None:
    """And its diff gives the edit up."""
    desk.write("out/pets/py.typed", "partial\n")
    ended = desk.run("check", "api.yaml", *SINGLE)

    assert Exit.DRIFT == ended.code
    assert ended.out.startswith("file edited: pets/py.typed\n")
    assert "\n-partial\n" in ended.out


def test_a_missing_file_is_the_cause(desk: Desk) -> None:
    """It would be made again."""
    (desk.folder / "out/REFERENCE.md").unlink()
    ended = desk.run("check", "api.yaml", *SINGLE)

    assert Exit.DRIFT == ended.code
    assert ended.out.startswith("file missing: REFERENCE.md\n")
    assert "\n--- /dev/null\n+++ b/REFERENCE.md\n" in ended.out


def test_a_missing_manifest_is_missed(desk: Desk) -> None:
    """Though nothing else differs: edits are known by it, and a run would write it."""
    (desk.folder / "out/.clientsmith/pets.json").unlink()
    ended = desk.run("check", "api.yaml", *SINGLE)

    assert Exit.DRIFT == ended.code
    assert "file missing: .clientsmith/pets.json\n" == ended.out
    assert "warning[manifest-missing]" in ended.err
    desk.run("generate", "api.yaml", *SINGLE)
    assert Exit.OK == desk.run("check", "api.yaml", *SINGLE).code


def test_a_file_of_the_team_is_no_drift(desk: Desk) -> None:
    """Neither one of its own, nor one that is written once."""
    desk.write("out/pets/mine.py", "x = 1\n")
    desk.write("out/README.md", "# Ours\n")
    (desk.folder / "out/pyproject.toml").unlink()
    ended = desk.run("check", "api.yaml", *SINGLE)

    assert (Exit.OK, "") == (ended.code, ended.out)


def test_a_file_that_is_generated_no_longer_is_extra(desk: Desk) -> None:
    """It would be removed."""
    desk.write("api.yaml", DOCUMENT.replace("Pet", "Dog"))
    ended = desk.run("check", "api.yaml", *SINGLE)

    assert Exit.DRIFT == ended.code
    assert "\n--- a/pets/models/pet.py\n+++ /dev/null\n" in ended.out


def test_json_lists_files_and_causes(desk: Desk) -> None:
    """For programs."""
    desk.write("out/pets/py.typed", "partial\n")
    result = json.loads(desk.run("check", "api.yaml", *SINGLE, "--json").out)
    target = result["targets"][0]

    assert Exit.DRIFT == result["exit"]
    assert ["pets/py.typed"] == target["drift"]
    assert [{"cause": "file edited", "detail": "pets/py.typed"}] == target["causes"]


def test_a_wrong_document_is_no_drift(desk: Desk) -> None:
    """What cannot be generated cannot be compared."""
    desk.write("api.yaml", "")

    assert Exit.DOCUMENT == desk.run("check", "api.yaml", *SINGLE).code


def test_a_changed_file_of_the_description_is_the_cause(desk: Desk) -> None:
    """By its own name: it is an input as the document is."""
    desk.write("pet.yaml", "properties: {name: {type: string}}")
    before, _, _ = DOCUMENT.partition("    Pet: ")
    desk.generate("api.yaml", f"{before}    Pet: {{$ref: pet.yaml}}\n")
    desk.write("pet.yaml", "properties: {name: {type: integer}}")
    ended = desk.run("check", "api.yaml", *SINGLE)

    assert Exit.DRIFT == ended.code
    assert ended.out.startswith("document changed: pet.yaml\n")
    assert "\n+    name: int | None = None\n" in ended.out


CONFIGURED = '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'


@pytest.mark.parametrize(
    ("setting", "key"),
    [
        ('version = "2.0"', "version"),
        ('[targets.pets.names]\n"#/components/schemas/Pet" = "Animal"', "names"),
        ('models = "pydantic"', "models"),
        ('address = "https://example.com/api.yaml"', "address"),
        ('[targets.pets.webhooks]\nscheme = "github"', "webhooks"),
    ],
)
def test_every_setting_can_be_the_cause(tmp_path: Path, setting: str, key: str) -> None:
    """With what the description has changed, too: none hides the other."""
    desk = Desk(tmp_path)
    text = DOCUMENT.replace("https://pets.example.com", "/v1")
    text += "webhooks: {a: {post: {summary: Hi.}}}\n"
    desk.write("api.yaml", text)
    desk.write("clientsmith.toml", CONFIGURED)
    made = desk.run("generate")
    desk.write("api.yaml", text.replace("The pets.", "All."))
    desk.write("clientsmith.toml", f"{CONFIGURED}{setting}\n")
    result = json.loads(desk.run("check", "--json").out)

    assert Exit.OK == made.code
    causes = result["targets"][0]["causes"]
    assert [
        {"cause": "configuration changed", "detail": key},
        {"cause": "document changed", "detail": "api.yaml"},
    ] == causes[:2]
    assert "generator changed" not in {one["cause"] for one in causes}


def test_a_policy_is_no_cause(tmp_path: Path) -> None:
    """It decides whether there is a package, not what is in it."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    desk.write("clientsmith.toml", CONFIGURED)
    desk.run("generate")
    desk.write("clientsmith.toml", f'{CONFIGURED}policy = {{all = "warn"}}\n')

    assert (Exit.OK, "") == (desk.run("check").code, desk.run("check", "-q").err)


def test_an_output_that_is_not_there_is_not_shown_as_a_whole(tmp_path: Path) -> None:
    """The number of its files says enough; programs get the list."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    ended = desk.run("check", "api.yaml", *SINGLE)
    listed = json.loads(desk.run("check", "api.yaml", *SINGLE, "--json").out)
    count = len(listed["targets"][0]["drift"])

    assert Exit.DRIFT == ended.code
    assert ended.out == (
        f"file missing: REFERENCE.md and {count - 1} more (`--json` lists them all)\n"
    )
