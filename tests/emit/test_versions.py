"""Versions of clients in other repositories follow from what is merged there."""

from __future__ import annotations

import json

import pytest

from clientsmith.diagnostics import Exit
from emit.workshop import BRANCH, OLDER, PROPERTIES, TABLE, Workshop

PROJECT = "clients/pets/pyproject.toml"
CHANGELOG = "clients/pets/CHANGELOG.md"
NUMBER = "properties: {name: {type: integer}}"


@pytest.fixture
def shop(workshop: Workshop) -> Workshop:
    """Have a client merged whose version follows."""
    table = TABLE.format(name="pets", url="../shop.git")
    versioned = table.replace("\n\n", '\nversion = "semver"\n\n', 1)
    workshop.desk.write("clientsmith.toml", versioned)
    workshop.emits()
    workshop.merges()
    return workshop


def test_a_change_is_proposed_as_a_version(shop: Workshop) -> None:
    """In the title, the project, the package and the changelog."""
    shop.describes(OLDER)
    shop.emits()
    remote = shop.remote

    assert ["Update pets to 0.1.1: models.Pet.age added"] == remote.subjects(
        f"main..{BRANCH}"
    )
    assert 'version = "0.1.1"' in remote.reads(BRANCH, PROJECT)
    assert '__version__ = "0.1.1"' in remote.reads(
        BRANCH, "clients/pets/pets/__init__.py"
    )
    assert "## [0.1.1]\n\n### Added\n\n- `models.Pet.age`\n" in remote.reads(
        BRANCH, CHANGELOG
    )


def test_the_body_says_the_versions_once(shop: Workshop) -> None:
    """Where they are counted, and not beside the name of the base, too."""
    shop.describes(OLDER)
    body = json.loads(shop.emits("--json").out)["targets"][0]["body"]

    assert (
        "`main` → `this branch`: 1 compatible: a patch version; 0.1.0 → 0.1.1." in body
    )
    assert 1 == body.count("0.1.0")


def test_a_second_change_is_the_same_version_or_a_greater_one(shop: Workshop) -> None:
    """Counted from what is merged, and the section is one."""
    shop.describes(OLDER)
    shop.emits()
    shop.describes(NUMBER, OLDER)
    shop.emits()
    text = shop.remote.reads(BRANCH, CHANGELOG)

    assert (
        "Update pets to 0.2.0: 2 breaking changes"
        == shop.remote.subjects(f"main..{BRANCH}")[0]
    )
    assert 'version = "0.2.0"' in shop.remote.reads(BRANCH, PROJECT)
    assert ["## [0.2.0]", "## [0.1.0]"] == [
        line for line in text.splitlines() if line.startswith("## ")
    ]


def test_a_merge_is_what_the_next_version_is_counted_from(shop: Workshop) -> None:
    """Also where the first branch is still there."""
    shop.describes(OLDER)
    shop.emits()
    shop.merges()
    shop.describes(NUMBER, OLDER)
    ended = shop.emits()

    assert Exit.OK == ended.code, ended.err
    assert ["Update pets to 0.2.0: 2 breaking changes"] == shop.remote.subjects(
        f"main..{BRANCH}"
    )
    assert ["## [0.2.0]", "## [0.1.1]", "## [0.1.0]"] == [
        line
        for line in shop.remote.reads(BRANCH, CHANGELOG).splitlines()
        if line.startswith("## ")
    ]


def test_what_a_reviewer_writes_into_the_changelog_stays(shop: Workshop) -> None:
    """And so does the version that they choose."""
    shop.describes(OLDER)
    shop.emits()
    notes = shop.remote.reads(BRANCH, CHANGELOG)
    own = notes.replace("- `models.Pet.age`", "- Pets have an age.")
    shop.goes_on(CHANGELOG, f"{own}\n", BRANCH)
    project = shop.remote.reads(BRANCH, PROJECT)
    shop.goes_on(PROJECT, project.replace("0.1.1", "1.0.0") + "\n", BRANCH)
    shop.describes(NUMBER, OLDER)
    ended = shop.emits()
    text = shop.remote.reads(BRANCH, CHANGELOG)

    assert Exit.OK == ended.code, ended.err
    assert "- Pets have an age." in text
    assert 'version = "1.0.0"' in shop.remote.reads(BRANCH, PROJECT)
    assert "## [1.0.0]" in text


def test_what_is_taken_back_leaves_nothing(shop: Workshop) -> None:
    """The branch is obsolete, and no version is lost."""
    shop.describes(OLDER)
    shop.emits()
    shop.describes(PROPERTIES, OLDER)
    ended = shop.emits()

    assert "hint[emit-obsolete]" in ended.err
