"""Problems of a description in several files and overlays point into each of them."""

from __future__ import annotations

from pathlib import Path

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, SINGLE, Desk

ROOT = (
    DOCUMENT.partition("    Pet: ")[0]
    + """\
    Pet: {$ref: schemas/pet.yaml}
    Dog: {$ref: "schemas/pet.yaml#/properties/dogs"}
servers: [{url: "https://pets.example.com"}]
"""
)
PET = """\
type: object
required: [nam]
properties:
  name: {type: string, default: 1}
"""
OVERLAY = """\
overlay: 1.0.0
info: {title: More, version: "1"}
actions:
  - {target: $.info, update: {summary: All pets.}}
  - target: $.components.schemas
    update:
      Cat: {type: object, required: [age], properties: {name: {$ref: "#/gone"}}}
"""
TABLE = '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'
EVERY = [
    "api.yaml:17:11: warning[reference-missing]",
    "more.yaml:7:38: hint[required-undeclared]",
    "more.yaml:7:64: warning[reference-missing]",
    "schemas/pet.yaml:2:12: hint[required-undeclared]",
    "schemas/pet.yaml:4:24: hint[default-mistyped]",
]


def test_all_are_shown_at_once_where_they_are_written(tmp_path: Path) -> None:
    """Sorted by file and line, each with its line, and counted.

    What an action of an overlay made says which.
    """
    desk = Desk(tmp_path)
    desk.write("api.yaml", ROOT)
    desk.write("schemas/pet.yaml", PET)
    desk.write("more.yaml", OVERLAY)
    wrong = desk.run("generate", "api.yaml", *SINGLE, "--overlay", "more.yaml")
    passing = ("--overlay", "more.yaml", "--policy", "reference-missing=warn")
    passed = desk.run("generate", "api.yaml", *SINGLE, *passing)

    assert (Exit.DOCUMENT, Exit.OK) == (wrong.code, passed.code)
    assert EVERY == [place.replace("error", "warning") for place in wrong.places]
    assert "  note: action 2 of the overlay made it (more.yaml:5:5)\n" in wrong.err
    assert "     7 | …t: {type: object, required: [age], properties:" in wrong.err
    assert "\n2 errors, 3 hints\n" in wrong.err
    assert EVERY == passed.places
    assert "     4 |   name: {type: string, default: 1}\n" in passed.err
    assert "\n2 warnings, 3 hints\n" in passed.err


def test_what_a_patch_made_says_which(tmp_path: Path) -> None:
    """In the configuration, where it stands."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    desk.write(
        "clientsmith.toml",
        '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'
        "[[targets.pets.patches]]\n"
        'at = "#/components/schemas/Pet/required"\nset = ["nam"]\nreason = "a test"\n',
    )
    ended = desk.run("generate")

    assert ["clientsmith.toml:7:1: hint[required-undeclared]"] == ended.places
    assert "note: patch 1 of the configuration made it (clientsmith.toml" in ended.err


def test_what_only_looks_like_an_action_made_nothing(tmp_path: Path) -> None:
    """Descriptions have properties of that name, too."""
    desk = Desk(tmp_path)
    example = "{d: {value: {actions: [{n: x}], patches: [{n: x}]}}}"
    line = "              schema: {type: array"
    assert line in DOCUMENT
    text = DOCUMENT.replace(line, f"              examples: {example}\n{line}")
    desk.write("api.yaml", text)
    desk.write("clientsmith.toml", TABLE)
    desk.run("generate")
    ended = desk.run("explain", "#/paths/~1pets/get")

    assert Exit.OK == ended.code, ended.err
    assert "comes from" not in ended.out
