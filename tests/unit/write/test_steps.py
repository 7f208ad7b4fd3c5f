"""What steps make of an output after a write is no edit by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clientsmith.diagnostics import Outcome, error
from clientsmith.write import Changes, Drift, Status
from unit.write.target import Target, provenance

PETS = {
    "pets/__init__.py": '"""Pets."""\n',
    "pets/pet.py": "class Pet:\n    name: str\n",
    "REFERENCE.md": "# Pets\n",
    "README.md": "Install it.\n",
}
NEXT = {**PETS, "pets/pet.py": "class Pet:\n    name: str\n    age: int\n"}
HEADER = "# Copyright Ada.\n"
POST = provenance(post="headers")


class Headers:
    """A step that puts a header into each module, and counts how often it was asked."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.runs = 0

    def __call__(self) -> Outcome[None]:
        """Add the header where there is none."""
        self.runs += 1
        for path in (self.target.out / "pets").glob("*.py"):
            if not path.read_text().startswith(HEADER):
                path.write_text(HEADER + path.read_text())
        return Outcome(None)


@pytest.fixture(params=[False, True], ids=["replace", "merge"])
def output(tmp_path: Path, request: pytest.FixtureRequest) -> Target:
    """Give an output in either mode."""
    return Target(tmp_path / "out", merging=request.param)


def write(
    target: Target, texts: dict[str, str], steps: Callable[[], Outcome[None]]
) -> Outcome[Changes]:
    """Write with steps."""
    return target.write(texts, made_from=POST, steps=steps)


def with_headers(texts: dict[str, str]) -> dict[str, str]:
    """Say what texts become."""
    return {
        path: HEADER + text if path.endswith(".py") else text
        for path, text in texts.items()
    }


def test_they_run_when_something_was_written(output: Target) -> None:
    """And not when nothing was."""
    steps = Headers(output)
    written = write(output, PETS, steps)
    again = write(output, PETS, steps)

    assert 1 == steps.runs
    assert with_headers(PETS) == output.texts()
    assert Changes(added=tuple(sorted(PETS))) == written.value
    assert Changes() == again.value


def test_what_they_made_is_no_drift(output: Target) -> None:
    """While they are the same, and what is generated is."""
    write(output, PETS, Headers(output))
    same = output.check(PETS, made_from=POST)
    other = output.check(PETS, made_from=provenance(post="other"))

    assert Drift((), ()) == same.value
    assert () == same.diagnostics
    assert other.value is not None
    expected = [(path, Status.CHANGED) for path in PETS if path.endswith(".py")]
    assert expected == [(one.path, one.status) for one in other.value.differences]


def test_what_they_made_is_replaced_by_what_is_generated_anew(output: Target) -> None:
    """Then they run again; files that are generated as before stay as they are."""
    steps = Headers(output)
    write(output, PETS, steps)
    kept = (output.out / "pets/__init__.py").stat().st_mtime_ns
    outcome = write(output, NEXT, steps)

    assert () == outcome.diagnostics
    assert Changes(changed=("pets/pet.py",)) == outcome.value
    assert with_headers(NEXT) == output.texts()
    assert kept == (output.out / "pets/__init__.py").stat().st_mtime_ns


def test_other_steps_start_from_what_is_generated(output: Target) -> None:
    """Also where that has not changed."""
    write(output, PETS, Headers(output))
    outcome = output.write(
        PETS, made_from=provenance(post="none"), steps=lambda: Outcome(None)
    )

    changed = ("pets/__init__.py", "pets/pet.py")
    assert Changes(changed=changed) == outcome.value
    assert PETS == output.texts()


def test_new_steps_run_over_what_is_there(output: Target) -> None:
    """Who adds some does not have to wait for the description to change."""
    output.write(PETS)
    steps = Headers(output)
    write(output, PETS, steps)

    assert 1 == steps.runs
    assert with_headers(PETS) == output.texts()


def test_who_ends_with_steps_gets_what_is_generated(output: Target) -> None:
    """They were a part of the configuration."""
    write(output, PETS, Headers(output))
    output.write(PETS)

    assert PETS == output.texts()
    assert "finished" not in (output.out / ".clientsmith/pets.json").read_text()


def test_an_edit_after_them_is_an_edit(target: Target) -> None:
    """It stops the run as ever."""
    write(target, PETS, Headers(target))
    (target.out / "pets/pet.py").write_text("mine = 1\n")
    outcome = write(target, PETS, Headers(target))

    assert ["output-edited"] == [one.code for one in outcome.diagnostics]


def test_an_edit_is_merged_with_what_they_made(merging: Target) -> None:
    """They do not make it theirs: it survives the next run as well."""
    steps = Headers(merging)
    texts = {**PETS, "pets/__init__.py": '"""Pets."""\n\nname = 1\n\nage = 1\n'}
    write(merging, texts, steps)
    file = merging.out / "pets/__init__.py"
    file.write_text(f"{file.read_text()}mine = 1\n")
    write(merging, {**texts, "REFERENCE.md": "# All\n"}, steps)
    new = texts["pets/__init__.py"].replace("name = 1", "name = 2")
    outcome = write(merging, {**texts, "pets/__init__.py": new}, steps)

    assert () == outcome.diagnostics
    assert outcome.value is not None
    assert ("pets/__init__.py",) == outcome.value.kept
    assert f"{HEADER}{new}mine = 1\n" == file.read_text()


def test_they_do_not_run_over_conflicts(merging: Target) -> None:
    """But when these are resolved."""
    steps = Headers(merging)
    write(merging, PETS, steps)
    file = merging.out / "pets/pet.py"
    file.write_text("class Pet:\n    name: bytes\n")
    write(merging, {**PETS, "pets/pet.py": "class Pet:\n    name: int\n"}, steps)
    runs = steps.runs
    file.write_text("class Pet:\n    name: bytes\n")
    write(merging, {**PETS, "pets/pet.py": "class Pet:\n    name: int\n"}, steps)

    assert (1, 2) == (runs, steps.runs)
    assert f"{HEADER}class Pet:\n    name: bytes\n" == file.read_text()


def test_they_run_again_after_one_has_failed(output: Target) -> None:
    """What they had made by then is no edit either; `check` says that they have to."""
    steps = Headers(output)

    def failing() -> Outcome[None]:
        steps()
        return Outcome(None, (error("post-failed", "no"),))

    failed = write(output, PETS, failing)
    behind = output.check(PETS, made_from=POST)
    passed = write(output, PETS, steps)

    assert ["post-failed"] == [one.code for one in failed.diagnostics]
    assert failed.value is not None
    assert ["output-unfinished"] == [one.code for one in behind.diagnostics]
    assert (Changes(), ()) == (passed.value, passed.diagnostics)
    assert 2 == steps.runs
    assert () == output.check(PETS, made_from=POST).diagnostics


def test_what_they_made_is_noted_when_they_are_interrupted(output: Target) -> None:
    """Who presses Ctrl-C has edited nothing."""
    steps = Headers(output)

    def interrupted() -> Outcome[None]:
        steps()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(output, PETS, interrupted)
    outcome = write(output, PETS, steps)

    assert (Changes(), ()) == (outcome.value, outcome.diagnostics)
    assert 2 == steps.runs
    assert ["pets.json"] == [
        path.name
        for path in (output.out / ".clientsmith").iterdir()
        if path.name != "pets.base"
    ]
