"""The command line: what it wants, what it says and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import clientsmith
from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, SINGLE, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a description."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    return desk


def test_the_version_is_printed(desk: Desk) -> None:
    """And nothing else."""
    ended = desk.run("--version")

    assert (Exit.OK, f"clientsmith {clientsmith.__version__}\n") == (
        ended.code,
        ended.out,
    )


@pytest.mark.parametrize(
    ("line", "place", "file"),
    [
        ('input = "nope.yaml"', "2:1", "nope.yaml"),
        ('input = ["api.yaml", "spec/nope.yaml"]', "2:1", "spec/nope.yaml"),
        ('input = "api.yaml"\noverlays = ["nope.yaml"]', "3:1", "nope.yaml"),
    ],
)
def test_a_file_that_is_not_there_is_placed(
    desk: Desk, line: str, place: str, file: str
) -> None:
    """Where the configuration names it, and by the path that stands there."""
    table = f'[targets.one]\n{line}\nout = "out"\npackage = "pets"\n'
    desk.write("clientsmith.toml", table)
    ended = desk.run("generate")

    assert [f"clientsmith.toml:{place}: error[source-missing]"] == ended.places
    assert f"no such file: {file}\n" in ended.err
    assert "it begins in the folder of the configuration" in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["generate"], "there is no clientsmith.toml here or above"),
        (["generate", "api.yaml"], "`--out` is needed beside SPEC"),
        (["generate", "api.yaml", "--out", "o"], "`--package` is needed beside SPEC"),
        (["generate", "nope.yaml", *SINGLE], "no such file: nope.yaml"),
        (
            ["generate", "api.yaml", *SINGLE, "--overlay", "https://a.example/b"],
            "https://a.example/b is an address",
        ),
        (["generate", "api.yaml", *SINGLE[:-1], "My-Pets"], "for example `my_pets`"),
        (["generate", "api.yaml", *SINGLE[:-1], "class"], "`class` must be a name"),
        (["generate", "api.yaml", *SINGLE[:-1], "my-pets"], "`my-pets` must be a name"),
        (["generate", "api.yaml", *SINGLE[:-1], "json"], "`json` must not be the name"),
        (["generate", "--formatter", "prettier"], "'prettier' is not one of 'ruff'"),
        (["genrate"], "No such command 'genrate'"),
    ],
)
def test_wrong_usage_is_explained(desk: Desk, arguments: list[str], said: str) -> None:
    """In a line, with exit status 2, and nothing is written."""
    ended = desk.run(*arguments)

    assert Exit.USAGE == ended.code
    assert said in ended.err
    assert not desk.files()


def test_a_description_may_come_from_standard_input(desk: Desk) -> None:
    """Named `-`."""
    ended = desk.run("generate", "-", *SINGLE, stdin=DOCUMENT)

    assert Exit.OK == ended.code
    assert "out/pets/models/pet.py" in desk.files()


def test_what_was_written_is_summed_up(desk: Desk) -> None:
    """On standard error; standard output is for what was asked for."""
    ended = desk.run("generate", "api.yaml", *SINGLE)

    assert "" == ended.out
    assert "operations   1 of 1" in ended.err


def test_quiet_says_nothing_that_is_not_wrong(desk: Desk) -> None:
    """Not even the summary."""
    ended = desk.run("generate", "api.yaml", *SINGLE, "--quiet")

    assert ("", "") == (ended.out, ended.err)


def test_json_is_one_object(desk: Desk) -> None:
    """With what would have been said, for programs."""
    ended = desk.run("generate", "api.yaml", *SINGLE, "--json")
    result = json.loads(ended.out)
    target = result["targets"][0]

    assert "" == ended.err
    assert Exit.OK == result["exit"]
    assert ("pets", "api.yaml", "out", 1) == (
        target["package"],
        target["input"],
        target["out"],
        target["operations"],
    )
    assert "pets/client.py" in target["added"]


def test_json_tells_what_is_wrong_with_a_document(desk: Desk) -> None:
    """Code, place, message and hint."""
    desk.write("api.yaml", "openapi: 3.1.0\npaths: {}\n")
    result = json.loads(desk.run("generate", "api.yaml", *SINGLE, "--json").out)
    found = result["targets"][0]["diagnostics"][0]

    assert Exit.DOCUMENT == result["exit"]
    assert "field-missing" == found["code"]
    assert (1, 1) == (found["line"], found["column"])


def test_json_tells_what_is_wrong_with_the_usage(desk: Desk) -> None:
    """Even where there is no target yet."""
    result = json.loads(desk.run("generate", "api.yaml", "--json").out)

    assert Exit.USAGE == result["exit"]
    assert ["option-missing"] == [one["code"] for one in result["diagnostics"]]


def test_a_stage_is_printed_as_json(desk: Desk) -> None:
    """By default what `lower` makes."""
    ended = desk.run("ir", "api.yaml")

    assert Exit.OK == ended.code
    assert "Api" == json.loads(ended.out)["is"]


@pytest.mark.parametrize(
    ("stage", "key"), [("document", "openapi"), ("package", "pages")]
)
def test_any_stage_is_printed(desk: Desk, stage: str, key: str) -> None:
    """From the plain values to the plan."""
    ended = desk.run("ir", "api.yaml", "--stage", stage)

    assert key in json.loads(ended.out)


def test_all_targets_of_the_configuration_are_generated(desk: Desk) -> None:
    """Or the ones that are named."""
    table = '[targets.{0}]\ninput = "api.yaml"\nout = "out/{0}"\npackage = "{0}"\n'
    desk.write("clientsmith.toml", table.format("cats") + table.format("dogs"))
    one = desk.run("generate", "--target", "dogs", "--quiet")
    dogs = {name.split("/")[1] for name in desk.files()}
    both = desk.run("generate", "--quiet")

    assert (Exit.OK, Exit.OK) == (one.code, both.code)
    assert {"dogs"} == dogs
    assert {"cats", "dogs"} == {name.split("/")[1] for name in desk.files()}


TWO = "".join(
    f'[targets.{name}]\ninput = "api.yaml"\nout = "out/{name}"\npackage = "{name}"\n'
    for name in ("cats", "dogs")
)


def test_several_targets_are_counted_at_last(desk: Desk) -> None:
    """How many have failed, and how many are fine."""
    desk.write("clientsmith.toml", TWO)
    fine = desk.run("generate")
    desk.write("out/cats/cats/client.py", "# edited\n")
    failed = desk.run("check")

    assert fine.err.endswith("\n2 fine\n")
    assert failed.err.endswith("\n1 failed, 1 fine\n")


def test_who_wants_quiet_hears_the_count_of_failures_only(desk: Desk) -> None:
    """Of one target alone there is nothing to count."""
    desk.write("clientsmith.toml", TWO)
    fine = desk.run("generate", "--quiet")
    desk.write("out/cats/cats/client.py", "# edited\n")
    failed = desk.run("check", "--quiet")
    alone = desk.run("check", "--quiet", "--target", "cats")

    assert ("", "1 failed, 1 fine\n", "") == (fine.err, failed.err, alone.err)


def test_what_two_targets_have_to_hint_at_is_said_once(desk: Desk) -> None:
    """Both are made from one description; the count says that each has it."""
    desk.write("clientsmith.toml", TWO)
    desk.write("api.yaml", DOCUMENT.replace("required: [name]", "required: [nam]"))
    ended = desk.run("generate", "--jobs", "1")

    assert 1 == ended.err.count("hint[required-undeclared]")
    assert 2 == ended.err.count("\n  diagnostics  1 hint\n")


def test_an_unknown_target_is_named_with_the_known(desk: Desk) -> None:
    """So that the next try succeeds."""
    table = '[targets.dogs]\ninput = "api.yaml"\nout = "out"\npackage = "dogs"\n'
    desk.write("clientsmith.toml", table)
    ended = desk.run("generate", "--target", "dog")

    assert Exit.USAGE == ended.code
    assert "its targets are: dogs" in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("generate", "--out", "x"), "`--out` has no effect without SPEC"),
        (("generate", "--formatter", "none"), "`--formatter` has no effect"),
        (("check", "--package", "x"), "`--package` has no effect without SPEC"),
        (("check", "--enums", "class"), "`--enums` has no effect without SPEC"),
        (
            ("check", "api.yaml", *SINGLE, "--enums", "class", "--models", "msgspec"),
            "`--enums` has no effect with `--models msgspec`",
        ),
        (
            ("generate", "api.yaml", *SINGLE, "--target", "x"),
            "`--target` has no effect",
        ),
    ],
)
def test_an_option_without_effect_is_refused(
    desk: Desk, arguments: tuple[str, ...], said: str
) -> None:
    """Nobody is left to wonder where the output went."""
    desk.write("api.yaml", DOCUMENT)
    desk.write("clientsmith.toml", "[targets.a]\ninput='a'\nout='b'\npackage='c'\n")

    ended = desk.run(*arguments)

    assert Exit.USAGE == ended.code
    assert said in ended.err


def test_a_report_that_cannot_be_written_is_a_diagnostic(desk: Desk) -> None:
    """The folder is made; a file in its place is not removed."""
    desk.write("api.yaml", DOCUMENT)
    desk.write("taken", "")

    made = desk.run("generate", "api.yaml", *SINGLE, "--report", "new/report.json")
    refused = desk.run("generate", "api.yaml", *SINGLE, "--report", "taken/report.json")

    assert (Exit.OK, Exit.USAGE) == (made.code, refused.code)
    assert "error[report-unwritable]" in refused.err
