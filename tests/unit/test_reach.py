"""Which targets a change of files reaches."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from clientsmith.config import Target
from clientsmith.diagnostics import Exit, Position
from clientsmith.reach import (
    Reach,
    altered,
    changed_between,
    files_of,
    reached,
    reaches_of,
    state_of,
)
from hostile.command import DOCUMENT, Desk

SPEC, OVERLAY, OTHER = Path("/p/a.yaml"), Path("/p/o.yaml"), Path("/p/b/b.yaml")
REACHES = [
    Reach("cats", frozenset({SPEC, OVERLAY})),
    Reach("dogs", frozenset({OTHER, OVERLAY})),
    Reach("fish", frozenset({OTHER}), frozenset({OTHER.parent})),
]
OVERLAY_TEXT = """\
overlay: 1.0.0
info: {title: More, version: "1"}
actions: [{target: $.info, update: {description: More.}}]
"""
CATS = Target(name="cats", input="a.yaml", out=Path("cats"), package="cats")


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({SPEC}, ["cats"]),
        ({OVERLAY}, ["cats", "dogs"]),
        ({OTHER}, ["dogs", "fish"]),
        ({Path("/p/b/new.yaml")}, ["fish"]),
        ({Path("/p/new.yaml"), Path("/p/cats/client.py")}, []),
        ({SPEC, OTHER}, ["cats", "dogs", "fish"]),
        (set(), []),
    ],
)
def test_a_change_reaches_what_is_made_of_it(
    changed: set[Path], names: list[str]
) -> None:
    """And anything beside it what lacks something."""
    assert names == reached(changed, REACHES)


def test_a_configuration_reaches_the_targets_that_it_changes() -> None:
    """New ones, too; not those that only stand elsewhere in it."""
    moved = replace(CATS, places={"out": Position("clientsmith.toml", 9, 1)})
    other = replace(CATS, name="dogs")
    beside = replace(CATS, package_folders=frozenset({Path("dogs")}))

    assert [] == altered([CATS], [moved])
    assert [] == altered([CATS], [beside])
    assert ["dogs"] == altered([CATS], [CATS, other])
    assert ["cats"] == altered([CATS], [replace(CATS, enums="class")])


def test_files_change_by_being_written_made_and_deleted(tmp_path: Path) -> None:
    """And not by being looked at."""
    kept, written, made, gone = (tmp_path / name for name in "abcd")
    for path in (kept, written, gone):
        path.write_text("1")
    before = state_of([kept, written, made, gone])
    written.write_text("22")
    made.write_text("1")
    gone.unlink()

    assert {written, made, gone} == changed_between(
        before, state_of([kept, written, made, gone])
    )


def test_a_target_is_made_of_all_that_its_description_refers_to(tmp_path: Path) -> None:
    """The output is nothing of it, and so is what lies about, unless it failed."""
    desk = Desk(tmp_path)
    desk.write("pets/pet.yaml", "type: object\nproperties: {name: {type: string}}\n")
    before, _, _ = DOCUMENT.partition("    Pet: ")
    desk.write("api.yaml", f"{before}    Pet: {{$ref: pets/pet.yaml}}\n")
    desk.write("more.yaml", OVERLAY_TEXT)
    desk.write("pets/other.yaml", "{}\n")
    desk.write(
        "clientsmith.toml",
        '[targets.pets]\ninput = "api.yaml"\noverlays = ["more.yaml"]\nout = "out"\n'
        'package = "pets"\nformatter = "none"\n',
    )
    assert Exit.OK == desk.run("generate").code
    target = Target(
        name="pets",
        input="api.yaml",
        overlays=("more.yaml",),
        out=tmp_path / "out",
        package="pets",
        folder=tmp_path,
        configuration=tmp_path / "clientsmith.toml",
    )
    files = {tmp_path / name for name in ("api.yaml", "more.yaml", "pets/pet.yaml")}

    assert files == files_of(reaches_of([target], ()))
    assert files | {tmp_path / "pets/other.yaml"} == files_of(
        reaches_of([target], {"pets"})
    )
