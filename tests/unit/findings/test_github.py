"""What GitHub is told to show beside the lines of a repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit, Severity
from clientsmith.findings import Finding, commands, grouped
from clientsmith.findings.finding import Spot
from hostile.command import DOCUMENT, SINGLE, Desk

CONFIGURED = '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Stand in the root of a repository with a description."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return Desk(tmp_path)


def finding(message: str, path: str | None = "a.yaml") -> Finding:
    """Make a finding that says something."""
    return Finding(
        code="a-code",
        severity=Severity.WARNING,
        message=message,
        at=Spot(path, 3, 5) if path else None,
        notes=(),
        advice=(),
        fingerprint="",
        target=None,
    )


def test_a_problem_is_an_annotation_of_its_line(desk: Desk) -> None:
    """With what to do, on further lines of it."""
    desk.write("api.yaml", DOCUMENT.replace("schemas/Pet", "schemas/Pett"))
    ended = desk.run("generate", "api.yaml", *SINGLE, "--format", "github")

    assert Exit.DOCUMENT == ended.code
    assert (
        "::error file=api.yaml,line=13,col=45,title=reference-missing::"
        "`$ref: #/components/schemas/Pett` points at nothing"
        "%0Ahint: did you mean `#/components/schemas/Pet`?"
        "%0Apass: --policy reference-missing=warn\n"
    ) == ended.out


def test_characters_of_commands_are_escaped() -> None:
    """In properties a colon and a comma, too."""
    assert [
        "::warning file=a%3Ab%2Cc%25.yaml,line=3,col=5,title=a-code::100%25: a%0D%0Ab"
    ] == list(commands([finding("100%: a\r\nb", "a:b,c%.yaml")]))


@pytest.mark.parametrize("path", [None, "https://example.com/a.yaml"])
def test_what_is_in_no_file_of_the_repository_has_no_place(path: str | None) -> None:
    """GitHub shows it beside the job."""
    assert ["::warning title=a-code::said"] == list(commands([finding("said", path)]))


def test_paths_start_at_the_root_of_the_repository(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a step works in a folder of it, and the configuration is above."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(desk.folder))
    wrong = DOCUMENT.replace("schemas/Pet", "schemas/Pett")
    desk.write("a/api.yaml", wrong)
    desk.write("a/clientsmith.toml", CONFIGURED)
    (desk.folder / "a/b").mkdir()
    ended = Desk(desk.folder / "a/b").run("generate", "--format", "github")

    assert ended.out.startswith("::error file=a/api.yaml,line=13,")


def test_a_mistake_in_the_configuration_is_annotated_there(desk: Desk) -> None:
    """It belongs to no target."""
    desk.write("clientsmith.toml", f"{CONFIGURED}inputs = 1\n")
    ended = desk.run("check", "--format", "github")

    assert Exit.USAGE == ended.code
    assert ended.out.startswith(
        "::error file=clientsmith.toml,line=5,col=1,title=config-unknown-key::"
    )


def test_quiet_leaves_out_what_is_not_wrong(desk: Desk) -> None:
    """As it does for persons."""
    desk.write("api.yaml", DOCUMENT.replace("required: [name]", "required: [nam]"))
    asked = ("generate", "api.yaml", *SINGLE, "--format", "github")
    loud, quiet = desk.run(*asked), desk.run(*asked, "--quiet")

    assert loud.out.startswith("::notice file=api.yaml,line=16,")
    assert "" == quiet.out


def test_two_formats_at_once_are_refused(desk: Desk) -> None:
    """`--json` is one of them."""
    desk.write("api.yaml", DOCUMENT)
    asked = ("generate", "api.yaml", *SINGLE, "--json", "--format")
    both, same = desk.run(*asked, "sarif"), desk.run(*asked, "json")

    assert Exit.USAGE == both.code
    assert "option-conflict" in both.out
    assert Exit.OK == same.code


def test_nothing_in_a_group_is_a_command() -> None:
    """What a description says could be one, if only between blanks."""
    lines = list(grouped("a\nb", ["  ::error::boo"]))
    word = lines[1].removeprefix("::stop-commands::")

    assert ["::group::a%0Ab", "  ::error::boo", f"::{word}::", "::endgroup::"] == [
        lines[0],
        *lines[2:],
    ]
    assert word not in lines[2]


def test_of_nothing_there_is_no_group() -> None:
    """It would only be something to open."""
    assert [] == list(grouped("a", []))
