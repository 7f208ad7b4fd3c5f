"""`version = "semver"`: a package and its changelog follow the description."""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from diff.repository import CONFIG, OVERLAY, Shop

OUT = "clients/pets"
AGE = "tag: {type: string}, age: {type: integer}"
TAG = "tag: {type: string}"


@pytest.fixture
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """Keep a package whose version follows, as it was committed first."""
    shop = Shop(tmp_path_factory.mktemp("shop"))
    shop.write("clientsmith.toml", f'{CONFIG}version = "semver"\n')
    shop.desk.run("generate")
    shop.commit("Begin")
    return shop


def read(shop: Shop, name: str) -> str:
    """Read a file of the output."""
    return (shop.folder / OUT / name).read_text("utf-8")


def generate(shop: Shop) -> None:
    """Generate, which has to succeed, and leaves nothing to do."""
    ended = shop.desk.run("generate")

    assert Exit.OK == ended.code, ended.err
    checked = shop.desk.run("check")
    assert Exit.OK == checked.code, checked.out


def test_a_package_begins_with_a_version_and_a_changelog(shop: Shop) -> None:
    """Which all parts of it agree on."""
    assert 'version = "0.1.0"' in read(shop, "pyproject.toml")
    assert '__version__ = "0.1.0"' in read(shop, "pets/__init__.py")
    assert 'version="0.1.0"' in read(shop, "pets/client.py")
    assert "## [0.1.0]\n\n### Added\n\n- The first version.\n" in read(
        shop, "CHANGELOG.md"
    )


def test_a_change_makes_the_next_version(shop: Shop) -> None:
    """In the project, the package and the changelog, and is said once."""
    shop.edit("spec/overlay.yaml", TAG, AGE)
    generate(shop)
    once = read(shop, "CHANGELOG.md")
    generate(shop)

    assert 'version = "0.1.1"' in read(shop, "pyproject.toml")
    assert '__version__ = "0.1.1"' in read(shop, "pets/__init__.py")
    assert once == read(shop, "CHANGELOG.md")
    assert "## [0.1.1]\n\n### Added\n\n- `models.Pet.age`\n\n## [0.1.0]\n" in once


def test_changes_before_a_commit_are_one_version(shop: Shop) -> None:
    """Counted from what is committed; taken back, nothing is left of them."""
    shop.edit("spec/overlay.yaml", TAG, AGE)
    generate(shop)
    shop.edit("spec/api.yaml", "name: limit,", "name: limit, required: true,")
    generate(shop)

    assert 'version = "0.2.0"' in read(shop, "pyproject.toml")
    assert "0.1.1" not in read(shop, "CHANGELOG.md")
    assert "`models.Pet.age`" in read(shop, "CHANGELOG.md")

    shop.git("checkout", "--quiet", "spec", "clientsmith.lock")
    generate(shop)
    assert "" == shop.git("status", "--porcelain", OUT)


def test_the_next_version_is_counted_from_the_commit(shop: Shop) -> None:
    """Which is what callers have."""
    shop.edit("spec/overlay.yaml", TAG, AGE)
    generate(shop)
    shop.commit("Pets have an age")
    generate(shop)
    assert 'version = "0.1.1"' in read(shop, "pyproject.toml")

    shop.edit("spec/overlay.yaml", AGE, TAG)
    generate(shop)
    assert 'version = "0.2.0"' in read(shop, "pyproject.toml")
    assert "### Removed\n\n- **Breaking**: `models.Pet.age`" in read(
        shop, "CHANGELOG.md"
    )


def test_a_package_that_is_imported_otherwise_is_a_breaking_version(
    shop: Shop,
) -> None:
    """Counted from what it was under its older name, by every run until a commit."""
    shop.edit("clientsmith.toml", 'package = "pets"', 'package = "animals"')
    generate(shop)
    once = read(shop, "CHANGELOG.md")
    generate(shop)

    assert '__version__ = "0.2.0"' in read(shop, "animals/__init__.py")
    assert "- **Breaking**: `import pets: package renamed to import animals`" in once
    assert once == read(shop, "CHANGELOG.md")

    shop.commit("Rename the package")
    assert "none\n" == shop.diff("HEAD", "--bump").out
    assert "0.1.0 → 0.2.0" in shop.diff("HEAD~1").out


def test_a_deprecation_is_said_before_what_it_is_of_goes(shop: Shop) -> None:
    """In a version of its own, if that comes first."""
    shop.edit("spec/overlay.yaml", TAG, "tag: {type: string, deprecated: true}")
    generate(shop)
    shop.commit("Deprecate the tag")
    shop.edit("spec/overlay.yaml", "{tag: {type: string, deprecated: true}}", "{}")
    generate(shop)
    text = read(shop, "CHANGELOG.md")
    removed, deprecated = text.index("### Removed"), text.index("### Deprecated")

    assert removed < deprecated
    assert "## [0.1.1]\n\n### Deprecated\n\n- `models.Pet.tag: deprecated`\n" in text


def test_only_the_version_of_a_project_is_replaced(shop: Shop) -> None:
    """Its comments and its order belong to its owner."""
    text = read(shop, "pyproject.toml")
    own = text.replace("[project]", "# ours\n[project]\nauthors = []  # nobody")
    shop.write(f"{OUT}/pyproject.toml", own)
    shop.edit("spec/overlay.yaml", TAG, AGE)
    generate(shop)

    assert own.replace("0.1.0", "0.1.1") == read(shop, "pyproject.toml")


def test_a_version_by_hand_is_kept_and_counted_from(shop: Shop) -> None:
    """As the step to 1.0.0 is."""
    shop.edit(f"{OUT}/pyproject.toml", "0.1.0", "1.0.0")
    said = shop.desk.run("generate").err
    assert "hint[version-kept]" in said
    assert '__version__ = "1.0.0"' in read(shop, "pets/__init__.py")

    shop.commit("Promise something")
    shop.edit("spec/overlay.yaml", TAG, AGE)
    generate(shop)
    assert 'version = "1.1.0"' in read(shop, "pyproject.toml")


def test_a_version_that_something_else_makes_is_left_alone(shop: Shop) -> None:
    """The package has one all the same."""
    text = read(shop, "pyproject.toml")
    own = text.replace('version = "0.1.0"', 'dynamic = ["version"]')
    shop.write(f"{OUT}/pyproject.toml", own)
    shop.commit("Count by tags")
    shop.edit("spec/overlay.yaml", TAG, AGE)
    generate(shop)

    assert own == read(shop, "pyproject.toml")
    assert '__version__ = "0.1.1"' in read(shop, "pets/__init__.py")


def test_without_git_each_run_that_changes_something_is_one(shop: Shop) -> None:
    """There is nothing else to count from."""
    (shop.folder / ".git").rename(shop.folder / "gone")
    shop.edit("spec/overlay.yaml", TAG, AGE)
    generate(shop)
    shop.edit("spec/overlay.yaml", AGE, f"{AGE}, size: {{type: integer}}")
    generate(shop)

    assert 'version = "0.1.2"' in read(shop, "pyproject.toml")


def test_a_hook_counts_from_the_same_commit(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git tells hooks where its folder is, as seen from another one."""
    shop.edit("spec/overlay.yaml", TAG, AGE)
    monkeypatch.setenv("GIT_DIR", ".git")
    generate(shop)
    shop.edit("spec/overlay.yaml", AGE, f"{AGE}, size: {{type: integer}}")
    generate(shop)

    assert 'version = "0.1.1"' in read(shop, "pyproject.toml")


def test_a_release_that_cannot_be_read_is_not_guessed_at(shop: Shop) -> None:
    """And begins anew when it is gone."""
    name = f"{OUT}/.clientsmith/pets.release.json"
    shop.write(name, "{}")
    shop.commit("Break it")
    ended = shop.desk.run("generate")
    assert Exit.NETWORK == ended.code
    assert "error[release-unreadable]" in ended.err

    (shop.folder / name).unlink()
    shop.commit("Forget it")
    generate(shop)
    assert 'version = "0.1.0"' in read(shop, "pyproject.toml")


def test_a_difference_says_which_version_comes_next(shop: Shop) -> None:
    """From the one that is committed."""
    shop.edit("spec/overlay.yaml", TAG, AGE)
    generate(shop)
    said = shop.diff("--format", "json").out
    (target,) = json.loads(said)["targets"]

    assert ("0.1.0", "0.1.1") == (target["current_version"], target["next_version"])
    assert "patch\n" == shop.diff("--bump").out


def test_a_version_as_it_is_written_has_no_changelog(tmp_path: Path) -> None:
    """And no file of what callers see."""
    shop = Shop(tmp_path)
    shop.desk.run("generate")

    assert not (shop.folder / OUT / "CHANGELOG.md").exists()
    assert not (shop.folder / OUT / ".clientsmith/pets.release.json").exists()


WISE = "tag: {type: string}, wise: {type: string}"
BOTH = "tag: {type: string}, age: {type: integer}, wise: {type: string}"


def test_a_merge_of_two_versions_is_the_one_that_follows(shop: Shop) -> None:
    """The changelog has the sections of both sides, and no markers are left."""
    divide(shop)
    checked = shop.desk.run("check")
    generate(shop)
    text = read(shop, "CHANGELOG.md")

    assert Exit.OK != checked.code
    assert "error[release-conflict]" in checked.err
    assert 'version = "0.2.0"' in read(shop, "pyproject.toml")
    assert ["## [0.2.0]", "## [0.1.1]", "## [0.1.0]"] == headings(text)
    assert "## [0.2.0]\n\n### Added\n\n- `models.Pet.wise`\n" in text
    assert "## [0.1.1]\n\n### Added\n\n- `models.Pet.age`\n" in text
    assert "<<<<" not in "".join((text, read(shop, "pyproject.toml")))


def test_what_somebody_wrote_on_either_side_of_a_merge_stays(shop: Shop) -> None:
    """It is not written over, though it is in a section that was generated."""
    divide(shop, "- A word of theirs.\n")
    generate(shop)
    text = read(shop, "CHANGELOG.md")

    assert "- A word of theirs.\n" in text
    assert "<<<<" not in text
    assert ["## [0.2.0]", "## [0.1.1]", "## [0.1.0]"] == headings(text)


@pytest.mark.parametrize("name", ["pyproject.toml", "CHANGELOG.md"])
def test_what_else_is_in_conflict_is_for_whoever_merges(shop: Shop, name: str) -> None:
    """Their file is named, and left as it is."""
    divide(shop)
    conflict = "<<<<<<< HEAD\n# ours\n=======\n# theirs\n>>>>>>> topic\n"
    text = conflict + read(shop, name)
    shop.write(f"{OUT}/{name}", text)
    ended = shop.desk.run("generate")

    assert Exit.EDITED == ended.code
    assert "error[release-conflict]" in ended.err
    assert f"`{OUT}/{name}`" in ended.err
    assert "<<<<<<< HEAD\n# ours\n" in read(shop, name)


def headings(text: str) -> list[str]:
    """List the headings of the sections."""
    return [line for line in text.splitlines() if line.startswith("## ")]


def divide(shop: Shop, said: str = "") -> None:
    """Merge two branches that have both added something, but for the description."""
    shop.git("switch", "--quiet", "--create", "topic")
    shop.edit("spec/overlay.yaml", TAG, WISE)
    shop.edit("spec/api.yaml", "name: limit,", "name: limit, required: true,")
    generate(shop)
    added = "`models.Pet.wise`\n"
    shop.edit(f"{OUT}/CHANGELOG.md", added, f"{added}{said}")
    shop.commit("Be wise")
    shop.git("switch", "--quiet", "main")
    shop.edit("spec/overlay.yaml", TAG, AGE)
    generate(shop)
    shop.commit("Be old")
    with suppress(subprocess.CalledProcessError):
        shop.git("merge", "--quiet", "topic")
    shop.write("spec/overlay.yaml", OVERLAY.replace(TAG, BOTH))

    assert "<<<<<<<" in read(shop, "pyproject.toml")
    assert "<<<<<<<" in read(shop, "CHANGELOG.md")
