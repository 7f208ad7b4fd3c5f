"""What the command line makes of a document that is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, SINGLE, Desk

WRONG = DOCUMENT.replace("schemas/Pet", "schemas/Pett")
PNG = "{content: {image/png: {}}}"
HOOK = f"{DOCUMENT}webhooks: {{bark: {{post: {{requestBody: {PNG}}}}}}}\n"
WARN = ("--policy", "all=warn")
FAIL = '[policy]\nreference-missing = "fail"\n'
TABLE = '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a description that refers to nothing."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", WRONG)
    return desk


def as_json(desk: Desk, *arguments: str) -> Any:
    """Give a command and read what it prints."""
    return json.loads(desk.run(*arguments, "--json").out)


def test_a_wrong_document_fails_with_the_setting_that_lets_it_pass(desk: Desk) -> None:
    """It is the last thing said of the problem."""
    ended = desk.run("generate", "api.yaml", *SINGLE)

    assert Exit.DOCUMENT == ended.code
    assert "  pass: --policy reference-missing=warn" == ended.err.splitlines()[-2]
    assert not desk.files()


def test_the_setting_lets_it_pass(desk: Desk) -> None:
    """With a warning that says what was made instead, and a line in the summary."""
    ended = desk.run(
        "generate", "api.yaml", *SINGLE, "--policy", "reference-missing=warn"
    )

    assert Exit.OK == ended.code
    assert ["api.yaml:13:45: warning[reference-missing]"] == ended.places
    assert "note: any value is accepted here" in ended.err
    assert "operations   1 of 1" in ended.err
    assert "stepped over 1" in ended.err
    assert "out/pets/client.py" in desk.files()


def test_opaque_makes_the_same_and_says_less(desk: Desk) -> None:
    """A policy does not decide what is generated."""
    desk.run("generate", "api.yaml", *SINGLE, *WARN)
    files = desk.files()
    ended = desk.run("generate", "api.yaml", *SINGLE, "--policy", "all=opaque")

    assert ["api.yaml:13:45: hint[reference-missing]"] == ended.places
    assert files == desk.files()


def test_check_judges_as_generate_does(desk: Desk) -> None:
    """What is not let pass any more is no drift: the document is wrong."""
    desk.run("generate", "api.yaml", *SINGLE, *WARN)
    agrees = as_json(desk, "check", "api.yaml", *SINGLE, *WARN)
    fails = as_json(desk, "check", "api.yaml", *SINGLE)

    assert (Exit.OK, Exit.DOCUMENT) == (agrees["exit"], fails["exit"])
    assert 1 == agrees["targets"][0]["stepped_over"]
    assert "warning" == agrees["targets"][0]["diagnostics"][0]["severity"]
    assert (
        "--policy reference-missing=warn"
        == fails["targets"][0]["diagnostics"][0]["setting"]
    )


def test_a_stage_can_be_printed_of_a_wrong_document(desk: Desk) -> None:
    """If its policy lets it pass."""
    printed = desk.run("ir", "api.yaml", *WARN)

    assert (Exit.OK, "Api") == (printed.code, json.loads(printed.out)["is"])
    assert Exit.DOCUMENT == desk.run("ir", "api.yaml").code


def test_the_report_says_what_was_stepped_over(desk: Desk) -> None:
    """By pointer and status."""
    desk.run("generate", "api.yaml", *SINGLE, *WARN, "--report", "r.json")
    report = json.loads((desk.folder / "r.json").read_text("utf-8"))
    at = "#/paths/~1pets/get/responses/200/content/application~1json/schema/items"

    assert [{"pointer": at, "status": "opaque"}] == report["stepped_over"]


def test_what_is_not_supported_warns_or_fails(desk: Desk) -> None:
    """With exit status 4, since the document may be right."""
    desk.write("api.yaml", HOOK)
    warned = desk.run("generate", "api.yaml", *SINGLE)
    failed = desk.run("check", "api.yaml", *SINGLE, "--policy", "all=fail")

    assert (Exit.OK, Exit.UNSUPPORTED) == (warned.code, failed.code)
    assert "api.yaml:18:50: warning[webhook-content]" in warned.places
    assert "api.yaml:18:50: error[webhook-content]" in failed.places


def test_a_wrong_document_comes_before_what_is_not_supported(desk: Desk) -> None:
    """In the exit status, whatever is said first."""
    text = WRONG.replace("paths:", "x: {$ref: 'other.yaml'}\npaths:")
    desk.write("api.yaml", text)

    assert Exit.DOCUMENT == desk.run("generate", "api.yaml", *SINGLE).code


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("reference-mising=warn", "did you mean `reference-missing`?"),
        ("all=ignore", "policy `all` must be one of fail, warn, opaque"),
        ("all", "policy `all` must be one of fail, warn, opaque"),
    ],
)
def test_a_wrong_policy_is_wrong_usage(desk: Desk, setting: str, said: str) -> None:
    """And says what it might be."""
    ended = desk.run("generate", "api.yaml", *SINGLE, "--policy", setting)

    assert Exit.USAGE == ended.code
    assert said in ended.err


@pytest.mark.parametrize(
    ("tables", "code"),
    [
        ("", Exit.DOCUMENT),
        ('[policy]\nreference-missing = "warn"\n', Exit.OK),
        ('[policy]\nreference-missing = "warn"\nall = "fail"\n', Exit.OK),
        ('[targets.pets.policy]\nall = "opaque"\n', Exit.OK),
        (f'{FAIL}[targets.pets.policy]\nall = "warn"\n', Exit.OK),
    ],
)
def test_the_configuration_has_policies(desk: Desk, tables: str, code: Exit) -> None:
    """A name before `all`, a target before all targets."""
    desk.write("clientsmith.toml", TABLE + tables)

    assert code == desk.run("generate").code


def test_the_command_line_comes_before_the_configuration(desk: Desk) -> None:
    """It is the later one."""
    desk.write("clientsmith.toml", f'{TABLE}[policy]\nreference-missing = "warn"\n')

    assert Exit.DOCUMENT == desk.run("generate", "--policy", "all=fail").code


def test_the_help_lists_the_names() -> None:
    """So that nobody needs the documentation."""
    text = Desk(Path()).run("generate", "--help").out

    assert "reference-missing" in "".join(text.split())
