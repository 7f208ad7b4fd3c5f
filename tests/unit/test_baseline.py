"""What is known of a description is neither shown nor counted, until it is gone."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from clientsmith import baseline
from clientsmith.diagnostics import Exit, warning
from hostile.command import DOCUMENT, SINGLE, Desk
from unit.holding import held

CONFIGURED = (
    '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'
    'baseline = "known.json"\n'
)
WRONG = DOCUMENT.replace("required: [name]", "required: [nam]")
WARNED = DOCUMENT.replace("  /pets:", '  "/pets/{id}":')


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a description that a hint is said of, and is known."""
    desk = Desk(tmp_path)
    desk.write("clientsmith.toml", CONFIGURED.replace("baseline", "# baseline"))
    desk.write("api.yaml", WRONG)
    desk.run("generate")
    desk.write("clientsmith.toml", CONFIGURED)
    assert Exit.OK == desk.run("check", "--write-baseline").code
    return desk


def said(desk: Desk, *options: str) -> tuple[Any, list[str]]:
    """Check, and return what was known, and the codes of what was not."""
    result = json.loads(desk.run("check", "--json", *options).out)
    (target,) = result["targets"]
    return target["known"], [each["code"] for each in target["diagnostics"]]


def test_what_is_known_is_counted_and_not_shown(desk: Desk) -> None:
    """And no reason to fail."""
    ended = desk.run("check", "--fail-on", "hint")

    assert (Exit.OK, "") == (ended.code, ended.out)
    assert "diagnostics  1 known\n" in ended.err
    assert "required-undeclared" not in ended.err


@pytest.mark.parametrize("form", ["text", "github"])
def test_who_wants_quiet_is_told_what_fails(desk: Desk, form: str) -> None:
    """Whatever makes the run fail is wrong, be it a hint."""
    desk.write("clientsmith.toml", CONFIGURED.replace("baseline", "# baseline"))
    options = ("--quiet", "--format", form)
    told = desk.run("check", *options, "--fail-on", "hint")
    quiet = desk.run("check", *options)

    assert Exit.DOCUMENT == told.code
    assert "required-undeclared" in told.err + told.out
    assert (Exit.OK, "", "") == (quiet.code, quiet.out, quiet.err)


def test_what_is_known_stays_known_when_lines_move(desk: Desk) -> None:
    """It is the same thing that is said of the same value."""
    desk.write("api.yaml", WRONG.replace("paths:", "# one\n\n# two\npaths:", 1))

    assert (1, []) == (said(desk)[0], said(desk)[1][1:])
    assert "required-undeclared" not in said(desk)[1]


def test_what_is_new_is_shown(desk: Desk) -> None:
    """Also of a kind that is known elsewhere."""
    desk.write("api.yaml", WRONG.replace("required: [nam]", "required: [nam, size]"))
    known, codes = said(desk)

    assert (1, True) == (known, "required-undeclared" in codes)


def test_what_is_known_and_gone_is_reported(desk: Desk) -> None:
    """Until the baseline is written anew."""
    desk.write("api.yaml", DOCUMENT)
    desk.run("generate")
    before = said(desk)
    desk.run("check", "--write-baseline")

    assert (0, ["baseline-stale"]) == before
    assert (0, []) == said(desk)


def test_a_baseline_has_the_message_and_the_pointer(desk: Desk) -> None:
    """So that its difference can be read."""
    (known,) = json.loads((desk.folder / "known.json").read_text())["targets"]["pets"]

    assert "required-undeclared" == known["code"]
    assert "#/components/schemas/Pet/required/0" == known["pointer"]
    assert "`nam` is required here, and not declared" == known["message"]


def test_targets_share_a_baseline(desk: Desk) -> None:
    """What is written of one leaves the others alone."""
    path = desk.folder / "known.json"
    before = json.loads(path.read_text())
    before["targets"]["dogs"] = before["targets"]["pets"]
    desk.write("known.json", json.dumps(before))
    desk.run("check", "--write-baseline")

    assert before == json.loads(path.read_text())


def test_a_baseline_that_is_none_is_an_error(desk: Desk) -> None:
    """With the command that makes one."""
    desk.write("known.json", "{")
    ended = desk.run("check")

    assert Exit.USAGE == ended.code
    assert "known.json:1:1: error[baseline-broken]" in ended.places
    assert "--write-baseline" in ended.err


def test_a_baseline_that_is_not_there_knows_nothing(desk: Desk) -> None:
    """So that a run that has errors can be mended before there is one."""
    (desk.folder / "known.json").unlink()
    ended = desk.run("generate")

    assert Exit.OK == ended.code
    assert "clientsmith.toml:5:1: hint[baseline-missing]" in ended.places
    assert "hint[required-undeclared]" in ended.err
    assert "`clientsmith check --write-baseline` writes it" in ended.err


def test_what_is_wrong_is_shown_beside_a_baseline_that_is_not_there(
    desk: Desk,
) -> None:
    """And no file is written of a run that fails."""
    (desk.folder / "known.json").unlink()
    desk.write("api.yaml", WRONG.replace("schemas/Pet", "schemas/Pat"))
    ended = desk.run("check", "--write-baseline")

    assert Exit.DOCUMENT == ended.code
    assert "error[reference-missing]" in ended.err
    assert not (desk.folder / "known.json").exists()


def test_a_target_without_a_baseline_has_none_to_write(desk: Desk) -> None:
    """The hint says the key."""
    desk.write("clientsmith.toml", CONFIGURED.replace("baseline", "# baseline"))
    ended = desk.run("check", "--write-baseline")

    assert Exit.USAGE == ended.code
    assert 'baseline = "clientsmith.baseline.json"' in ended.err


def test_the_baseline_is_written_of_those_that_have_one(desk: Desk) -> None:
    """And whoever has none is told what to add."""
    before = (desk.folder / "known.json").read_bytes()
    text = CONFIGURED.replace("pets", "cats").replace('"out"', '"cats"')
    other = text.replace("baseline", "# baseline")
    desk.write("clientsmith.toml", CONFIGURED + other)
    desk.run("generate")
    desk.write("known.json", '{"targets": {}}')
    ended = desk.run("check", "--write-baseline")

    assert Exit.OK == ended.code
    assert "clientsmith.toml:7:1: warning[baseline-unnamed]" in ended.places
    assert "in `[targets.cats]` or in `[defaults]`" in ended.err
    assert before == (desk.folder / "known.json").read_bytes()


def test_errors_are_never_known(desk: Desk) -> None:
    """What becomes of them is for a policy."""
    text = DOCUMENT.replace("schemas/Pet", "schemas/Pett")
    desk.write("api.yaml", text)
    before = (desk.folder / "known.json").read_bytes()
    ended = desk.run("check", "--write-baseline")

    assert Exit.DOCUMENT == ended.code
    assert "reference-missing" in ended.err
    assert before == (desk.folder / "known.json").read_bytes()


@pytest.mark.parametrize(
    ("text", "fail_on", "expected"),
    [
        (WRONG, "error", Exit.OK),
        (WRONG, "warning", Exit.OK),
        (WRONG, "hint", Exit.DOCUMENT),
        (WARNED, "error", Exit.OK),
        (WARNED, "warning", Exit.DOCUMENT),
    ],
)
def test_a_run_fails_on_what_it_is_told(
    tmp_path: Path, text: str, fail_on: str, expected: Exit
) -> None:
    """With the exit status of the problem, on the command line and in a target."""
    desk = Desk(tmp_path)
    asked = desk.generate("api.yaml", text, "--fail-on", fail_on)
    single = desk.run("check", "api.yaml", *SINGLE, "--fail-on", fail_on)
    desk.write(
        "clientsmith.toml",
        f'[defaults]\nfail_on = "{fail_on}"\n' + CONFIGURED.replace("base", "# base"),
    )
    told = desk.run("generate")

    assert [expected] * 3 == [asked.code, single.code, told.code]
    assert "out/pets/models/pet.py" in desk.files()


@pytest.mark.parametrize("text", ["{", "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> b\n"])
def test_a_baseline_that_cannot_be_read_is_not_replaced(desk: Desk, text: str) -> None:
    """What it knows of other targets would be lost; the problem is said once."""
    desk.write("known.json", text)
    ended = desk.run("check", "--write-baseline")

    assert (Exit.USAGE, text) == (ended.code, (desk.folder / "known.json").read_text())
    assert 1 == ended.err.count("error[baseline-broken]")


def _keep_writing(path: Path) -> None:
    problems = [warning("c", f"{number} {'x' * 80}") for number in range(300)]
    for count in range(30):
        baseline.write_baseline(
            path, f"t{count % 3}", problems, lambda one: one.message
        )


def test_nobody_reads_half_a_baseline(tmp_path: Path) -> None:
    """Other targets read it while one writes."""
    path = tmp_path / "known.json"
    baseline.write_baseline(path, "t", [], str)
    writer = Thread(target=_keep_writing, args=(path,))
    writer.start()
    wrong: list[Any] = []
    while writer.is_alive():
        wrong += baseline.read_baseline(path).diagnostics
    writer.join()

    assert [] == wrong
    assert {"t", "t0", "t1", "t2"} == {*json.loads(path.read_text())["targets"]}


@pytest.mark.skipif(sys.platform == "win32", reason="needs flock")
def test_a_run_that_holds_the_baseline_is_named(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is no matter of permissions."""
    monkeypatch.setattr(baseline, "PATIENCE", 0.1)
    with held(desk.folder):
        ended = desk.run("check", "--write-baseline")

    assert Exit.USAGE == ended.code
    assert "error[folder-busy]: known.json is not written: another run holds" in (
        ended.err
    )
