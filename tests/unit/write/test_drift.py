"""What `check` says about an output, and why."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest
from msgspec.structs import replace

from clientsmith.diagnostics import Exit
from clientsmith.write import Cause, Drift, Input, Reason, Role, Status
from clientsmith.write.lock import locked, still
from unit.write.target import Target, provenance

PETS = {
    "pets/__init__.py": '"""Pets."""\n',
    "pets/pet.py": "name = 'a'\nage = 1\n",
    "README.md": "Install it.\n",
}
NEXT = {**PETS, "pets/pet.py": "name = 'a'\nage = 2\n"}


def found(target: Target, document: str, texts: dict[str, str] | None = None) -> Drift:
    """Check the output against a document of this hash."""
    drift = target.check(texts or NEXT, made_from=provenance(document)).value
    assert drift is not None
    return drift


def test_an_output_that_is_up_to_date_does_not_drift(target: Target) -> None:
    """Nothing to explain, nothing to show."""
    target.write(PETS)
    outcome = target.check(PETS)

    assert Drift((), ()) == outcome.value
    assert () == outcome.diagnostics


def test_a_changed_document_is_named_with_the_diff(target: Target) -> None:
    """The diff is the one that a run would make."""
    target.write(PETS)
    drift = found(target, "2")

    (difference,) = drift.differences
    assert (Reason(Cause.DOCUMENT, "api.yaml"),) == drift.reasons
    assert ("pets/pet.py", Status.CHANGED) == (difference.path, difference.status)
    assert "--- a/pets/pet.py\n+++ b/pets/pet.py\n" in difference.diff
    assert "-age = 1\n+age = 2\n" in difference.diff


def test_check_writes_nothing(target: Target) -> None:
    """Not even an output folder where there is none."""
    drift = found(target, "1")

    missing = [Reason(Cause.MISSING, path) for path in sorted(PETS)[1:]]
    assert missing == list(drift.reasons)
    assert not target.out.exists()


def test_overlays_configuration_and_tools_are_told_apart(target: Target) -> None:
    """Each thing that decides the output can be the cause."""
    target.write(PETS)
    now = replace(
        provenance(generator="0.2.0"),
        templates="other",
        formatter_version="2.0",
        inputs=(
            Input(Role.DOCUMENT, "api.yaml", "1"),
            Input(Role.OVERLAY, "names.yaml", "1"),
            Input(Role.CONFIGURATION, "clientsmith.toml", "1"),
        ),
    )
    drift = target.check(NEXT, made_from=now).value

    assert drift is not None
    expected = [
        Reason(Cause.CONFIGURATION, "clientsmith.toml"),
        Reason(Cause.OVERLAY, "names.yaml"),
        Reason(Cause.GENERATOR, "0.1.0 -> 0.2.0"),
        Reason(Cause.TEMPLATES, "template -> other"),
        Reason(Cause.FORMATTER, "ruff 1.0 -> ruff 2.0"),
    ]
    assert expected == list(drift.reasons)


def test_another_build_of_the_same_release_is_the_generator(target: Target) -> None:
    """Where no input differs and the output does, what is left is our own code."""
    target.write(PETS)

    assert [Cause.GENERATOR] == [reason.cause for reason in found(target, "1").reasons]


def test_files_are_edited_missing_extra_or_reformatted(target: Target) -> None:
    """What happened in the folder is told file by file."""
    target.write(
        {**PETS, "pets/old.py": "", "pets/gone.py": "", "pets/style.py": "x = 1\n"}
    )
    (target.out / "pets/__init__.py").write_text('"""My pets."""\n')
    (target.out / "pets/gone.py").unlink()
    (target.out / "pets/style.py").write_text("x=1\n")
    drift = found(target, "1", {**PETS, "pets/gone.py": "", "pets/style.py": "x = 1\n"})

    statuses = {one.path: one.status for one in drift.differences}
    expected = {
        "pets/__init__.py": Status.EDITED,
        "pets/gone.py": Status.MISSING,
        "pets/old.py": Status.REMOVED,
        "pets/style.py": Status.FORMATTING,
    }
    assert expected == statuses
    assert Reason(Cause.EDITED, "pets/__init__.py") in drift.reasons
    assert Reason(Cause.FORMATTING, "pets/style.py") in drift.reasons


def test_a_formatter_upgrade_is_formatting(target: Target) -> None:
    """The file is what was written, and differs from today's in style alone."""
    target.write({"pets/pet.py": "x = {'a':1}\n"})
    drift = found(target, "1", {"pets/pet.py": 'x = {"a": 1}\n'})

    assert [Status.FORMATTING] == [one.status for one in drift.differences]


JOINED = """\
TEXT = f"{1} and more of what is said in strings, and more of what is said in strings"
"""
SPLIT = """\
TEXT = (
    f"{1} and more of what is said in strings, "
    "and more of what is said in strings"
)
"""


@pytest.mark.parametrize("text", [JOINED, f"{JOINED}\n\n"])
def test_what_no_formatter_takes_back_is_formatting_all_the_same(
    target: Target, text: str
) -> None:
    """Strings that were joined mean what they did."""
    target.write({"pets/pet.py": SPLIT})
    (target.out / "pets/pet.py").write_text(text)
    drift = found(target, "1", {"pets/pet.py": SPLIT})

    assert [Status.FORMATTING] == [one.status for one in drift.differences]


@pytest.mark.parametrize(
    "text",
    [
        JOINED.replace("more", "less"),
        JOINED.replace("strings, ", "strings,"),
        JOINED.replace('f"{1}', '"{1}'),
        f"# Ours.\n{JOINED}",
    ],
)
def test_what_means_something_else_is_an_edit(target: Target, text: str) -> None:
    """Also a blank in a string, its kind, and a comment."""
    target.write({"pets/pet.py": SPLIT})
    (target.out / "pets/pet.py").write_text(text)
    drift = found(target, "1", {"pets/pet.py": SPLIT})

    assert [Status.EDITED] == [one.status for one in drift.differences]


def test_a_run_that_is_writing_is_waited_for(target: Target) -> None:
    """A part of what it writes is no drift."""
    target.write(PETS)
    done = Event()

    def check() -> None:
        target.check(PETS)
        done.set()

    with locked(target.out / ".clientsmith", 1.0):
        thread = Thread(target=check)
        thread.start()
        assert not done.wait(0.3)
    thread.join(10.0)

    assert done.is_set()


def test_nobody_waits_for_a_run_that_does_not_end(target: Target) -> None:
    """What is read then may be a mixture, and the next check sees what it is."""
    target.write(PETS)
    read: list[bool] = []
    with locked(target.out, 1.0), still(target.out, 0.1):
        read.append(True)

    assert [True] == read


def test_what_is_not_there_is_not_waited_for(tmp_path: Path) -> None:
    """No folder is made to be held."""
    with still(tmp_path / "out", 1.0):
        pass

    assert [] == [*tmp_path.iterdir()]


def test_seeded_files_never_drift(target: Target) -> None:
    """They may be edited and deleted."""
    target.write(PETS)
    (target.out / "README.md").unlink()

    assert Drift((), ()) == target.check(PETS).value


def test_a_document_that_changes_nothing_is_a_hint(target: Target) -> None:
    """The manifest is behind; the client is not."""
    target.write(PETS)
    outcome = target.check(PETS, made_from=provenance("2"))

    assert Drift((), ()) == outcome.value
    assert ["manifest-stale"] == [one.code for one in outcome.diagnostics]


def test_an_interrupted_run_is_mentioned(target: Target) -> None:
    """What looks like edits may be half a run."""
    target.write(PETS)
    (target.out / ".clientsmith/pets.staging").mkdir()
    outcome = target.check(PETS)

    assert ["output-interrupted"] == [one.code for one in outcome.diagnostics]


def test_an_edit_that_is_kept_is_no_drift(merging: Target) -> None:
    """Neither is a file that was deleted, of which a hint speaks."""
    merging.write(PETS)
    (merging.out / "pets/pet.py").write_text("name = 'b'\nage = 1\n")
    edited = merging.check(PETS)
    (merging.out / "pets/pet.py").unlink()
    deleted = merging.check(PETS)

    assert Drift((), (), ("pets/pet.py",)) == edited.value == deleted.value
    assert () == edited.diagnostics
    assert ["output-deleted"] == [one.code for one in deleted.diagnostics]


def test_the_drift_of_an_edited_file_is_what_a_run_would_change(
    merging: Target,
) -> None:
    """The edit is on neither side of the difference."""
    merging.write(PETS)
    (merging.out / "pets/pet.py").write_text("name = 'b'\n\n\nage = 1\n")
    drift = found(merging, "2", {**PETS, "pets/pet.py": "name = 'a'\nage = 1\nx = 1\n"})

    (difference,) = drift.differences
    assert (Reason(Cause.DOCUMENT, "api.yaml"),) == drift.reasons
    assert ("pets/pet.py", Status.MERGED) == (difference.path, difference.status)
    assert "\n+x = 1\n" in difference.diff
    assert "'a'" not in difference.diff


def test_a_conflict_ahead_is_a_reason(merging: Target) -> None:
    """`check` says it before `generate` does."""
    merging.write(PETS)
    (merging.out / "pets/pet.py").write_text("name = 'a'\nage = 3\n")
    drift = found(merging, "2")

    expected = (
        Reason(Cause.DOCUMENT, "api.yaml"),
        Reason(Cause.CONFLICT, "pets/pet.py"),
    )
    assert expected == drift.reasons
    assert "\n+<<<<<<< yours\n" in drift.differences[0].diff
    assert "name = 'a'\nage = 3\n" == merging.texts()["pets/pet.py"]


def test_an_edited_file_that_is_no_longer_generated_drifts(merging: Target) -> None:
    """There is nothing to show of it, since it stays."""
    merging.write(PETS)
    (merging.out / "pets/pet.py").write_text("name = 'a'\nage = 3\n")
    rest = {path: PETS[path] for path in PETS if path != "pets/pet.py"}
    drift = found(merging, "2", rest)

    assert Reason(Cause.LEFT, "pets/pet.py") in drift.reasons
    assert [("pets/pet.py", "")] == [(one.path, one.diff) for one in drift.differences]


def test_markers_of_a_conflict_are_no_kept_edit(merging: Target) -> None:
    """A package that nobody can import does not pass a check."""
    merging.write(PETS)
    (merging.out / "pets/pet.py").write_text("name = 'a'\nage = 3\n")
    merging.write(NEXT)
    outcome = merging.check(NEXT)

    (problem,) = outcome.diagnostics
    assert outcome.value is None
    assert ("output-unresolved", Exit.EDITED) == (problem.code, problem.exit)


def test_a_target_that_has_begun_to_merge_does_not_drift(target: Target) -> None:
    """The next run keeps what it generates; the output stays the same."""
    target.write(PETS)
    (target.out / "pets/pet.py").write_text("name = 'b'\nage = 1\n")
    outcome = Target(target.out, merging=True).check(PETS)

    assert Drift((), (), ("pets/pet.py",)) == outcome.value
