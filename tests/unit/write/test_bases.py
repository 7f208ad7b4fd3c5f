"""What was generated last is kept where edits are merged, as git can merge it, too."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from clientsmith.write import Changes
from unit.write.target import Target

LINES = [f"{name} = 0\n" for name in "abcdefghijklmnop"]
FIRST = {"pets/__init__.py": "".join(LINES), "REFERENCE.md": "# Pets\n"}
TOP = {**FIRST, "pets/__init__.py": "".join(["a = 1\n", *LINES[1:]])}
BOTTOM = {**FIRST, "pets/__init__.py": "".join([*LINES[:-1], "p = 1\n"])}
ENDS = {**FIRST, "pets/__init__.py": "".join(["a = 1\n", *LINES[1:-1], "p = 1\n"])}
MANIFEST = ".clientsmith/pets.json"
BASE = ".clientsmith/pets.base/pets/__init__.py.base"


@pytest.fixture
def repository(merging: Target) -> Target:
    """Give an output under version control, with an edit in its middle."""
    merging.write(FIRST)
    git(merging, "init", "-q", "-b", "main")
    file = merging.out / "pets/__init__.py"
    file.write_text(file.read_text().replace("h = 0", "h = 'mine'"))
    commit(merging)
    return merging


def git(target: Target, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in the output folder."""
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")
    return subprocess.run(
        ["git", *who, *arguments],
        cwd=target.out,
        capture_output=True,
        text=True,
        check=False,
    )


def commit(target: Target) -> None:
    """Commit everything."""
    git(target, "add", "--all")
    git(target, "commit", "-q", "-m", "Work")


def diverge(target: Target, ours: dict[str, str], theirs: dict[str, str]) -> None:
    """Generate one thing on a branch and another one on `main`."""
    git(target, "switch", "-q", "-c", "theirs")
    target.write(theirs)
    commit(target)
    git(target, "switch", "-q", "main")
    target.write(ours)
    commit(target)


def test_each_owned_file_has_its_text(merging: Target) -> None:
    """Seeded files have none, and neither formatters nor tests look there."""
    merging.write({**FIRST, "README.md": ""})
    folder = merging.out / ".clientsmith/pets.base"
    names = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}

    assert {".gitattributes", "REFERENCE.md.base", "pets/__init__.py.base"} == names
    assert FIRST["REFERENCE.md"] == (folder / "REFERENCE.md.base").read_text()


def test_a_target_that_does_not_merge_keeps_nothing(target: Target) -> None:
    """A manifest of hashes is enough to tell edits."""
    target.write(FIRST)

    assert ["pets.json"] == [p.name for p in (target.out / ".clientsmith").iterdir()]


def test_git_stores_an_unedited_text_once_and_shows_it_never(merging: Target) -> None:
    """The text of a file and what is kept of it are one blob; diffs are for people."""
    merging.write(FIRST)
    git(merging, "init", "-q")
    commit(merging)
    listed = git(merging, "rev-parse", "HEAD:REFERENCE.md", f"HEAD:{BASE}").stdout
    same = git(merging, "rev-parse", "HEAD:pets/__init__.py").stdout
    merging.write(TOP)
    shown = git(merging, "diff").stdout

    assert listed.split()[1] == same.strip()
    assert "\n+++ b/pets/__init__.py\n" in shown
    assert f"Binary files a/{BASE} and b/{BASE} differ" in shown


def test_branches_that_were_merged_by_git_go_on(repository: Target) -> None:
    """Who regenerates on both sides takes either manifest, and loses no edit."""
    diverge(repository, TOP, BOTTOM)
    merged = git(repository, "merge", "theirs")
    git(repository, "checkout", "--theirs", MANIFEST)
    outcome = repository.write(ENDS)

    assert f"CONFLICT (content): Merge conflict in {MANIFEST}" in merged.stdout
    assert 1 == merged.stdout.count("CONFLICT")
    assert Changes(kept=("pets/__init__.py",)) == outcome.value
    expected = ENDS["pets/__init__.py"].replace("h = 0", "h = 'mine'")
    assert expected == (repository.out / "pets/__init__.py").read_text()


@pytest.mark.parametrize("side", ["--ours", "--theirs"])
def test_conflicts_of_git_are_resolved_in_the_package_alone(
    repository: Target, side: str
) -> None:
    """Either side will do of what `.clientsmith` holds: both lead to what is new."""
    theirs = {**FIRST, "pets/__init__.py": "".join(["a = 2\n", *LINES[1:]])}
    both = {**FIRST, "pets/__init__.py": "".join(["a = 3\n", *LINES[1:]])}
    diverge(repository, TOP, theirs)
    git(repository, "merge", "theirs")
    git(repository, "checkout", side, ".clientsmith")
    resolved = both["pets/__init__.py"].replace("h = 0", "h = 'mine'")
    (repository.out / "pets/__init__.py").write_text(resolved)
    outcome = repository.write(both)

    assert Changes(kept=("pets/__init__.py",)) == outcome.value
    assert both["pets/__init__.py"] == (repository.out / BASE).read_text()


def test_conflicts_of_git_are_refused_as_any(repository: Target) -> None:
    """Markers are markers, whoever wrote them."""
    theirs = {**FIRST, "pets/__init__.py": "".join(["a = 2\n", *LINES[1:]])}
    diverge(repository, TOP, theirs)
    git(repository, "merge", "theirs")
    git(repository, "checkout", "--ours", ".clientsmith")

    found = repository.write(TOP).diagnostics
    assert ["output-unresolved"] == [one.code for one in found]


def test_a_lost_manifest_is_made_again_from_what_is_kept(repository: Target) -> None:
    """Edits are edits still, and stale files are ours to delete."""
    repository.write({**FIRST, "pets/old.py": ""})
    (repository.out / MANIFEST).unlink()
    outcome = repository.write(TOP)

    changes = Changes(
        changed=("pets/__init__.py",),
        removed=("pets/old.py",),
        kept=("pets/__init__.py",),
    )
    assert changes == outcome.value


def test_without_what_is_kept_an_edit_stops_the_run(repository: Target) -> None:
    """Nothing is guessed: there is no text that both sides have come from."""
    shutil.rmtree(repository.out / ".clientsmith/pets.base")
    (found,) = repository.write(TOP).diagnostics

    assert "output-edited" == found.code
    assert ".clientsmith" in str(found.hint)


def test_what_is_kept_is_made_again(merging: Target) -> None:
    """Where nothing was edited, it follows from what is there."""
    merging.write(FIRST)
    shutil.rmtree(merging.out / ".clientsmith/pets.base")
    outcome = merging.write(FIRST)

    assert Changes() == outcome.value
    assert FIRST["pets/__init__.py"] == (merging.out / BASE).read_text()


@pytest.mark.parametrize("merges", [True, False])
def test_a_link_in_the_place_of_what_is_kept_is_not_followed(
    tmp_path: Path, *, merges: bool
) -> None:
    """Nothing is written or deleted elsewhere."""
    target = Target(tmp_path / "out", merging=merges)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.base").touch()
    (target.out / ".clientsmith").mkdir(parents=True)
    (target.out / ".clientsmith/pets.base").symlink_to(elsewhere)
    outcome = target.write(FIRST)

    assert merges == ("output-symlink" in [one.code for one in outcome.diagnostics])
    assert ["mine.base"] == [path.name for path in elsewhere.iterdir()]
