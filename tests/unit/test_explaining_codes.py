"""`explain CODE` says what a diagnostic means."""

from __future__ import annotations

from pathlib import Path

from clientsmith.catalogue import catalogue
from clientsmith.diagnostics import Exit
from hostile.command import Desk


def test_a_code_is_explained(tmp_path: Path) -> None:
    """With what to do, its policy and an example, from anywhere."""
    ended = Desk(tmp_path).run("explain", "reference-missing")

    assert Exit.OK == ended.code
    assert ended.out.startswith("reference-missing\n\n  A reference points at nothing")
    assert "`reference-missing` is `fail` unless it is set" in ended.out
    assert '$ref: "#/components/schemas/Pett"' in ended.out


def test_an_unknown_code_is_an_error_with_the_nearest(tmp_path: Path) -> None:
    """Nobody has to look for it."""
    ended = Desk(tmp_path).run("explain", "reference-mising")

    assert Exit.USAGE == ended.code
    assert "error[code-unknown]" in ended.err
    assert "did you mean `reference-missing`" in ended.err


def test_without_a_question_the_codes_are_listed(tmp_path: Path) -> None:
    """Below what can be asked, on a screen or two."""
    ended = Desk(tmp_path).run("explain")
    lines = ended.out.splitlines()

    assert Exit.OK == ended.code
    assert lines[0].startswith("Usage: ")
    assert {*catalogue()} <= {*ended.out.split()}
    assert len(lines) < 150
    assert max(map(len, lines)) <= 88


def test_all_are_printed_as_a_page(tmp_path: Path) -> None:
    """The one of the documentation."""
    ended = Desk(tmp_path).run("explain", "--all")

    assert Exit.OK == ended.code
    assert ended.out.startswith("# Diagnostics\n")
    assert "\n## yaml-tab\n\nA tab stands where" in ended.out
