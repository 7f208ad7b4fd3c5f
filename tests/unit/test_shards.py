"""Many targets, spread over machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.diagnostics import Exit
from clientsmith.shards import shard
from hostile.command import DOCUMENT, Desk

NAMES = ["ants", "bees", "cats", "dogs", "eels"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with five targets of one description."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    tables = [
        f'[targets.{name}]\ninput="api.yaml"\nout="out/{name}"\npackage="{name}"\n'
        for name in NAMES
    ]
    desk.write("clientsmith.toml", "".join(tables))
    return desk


@given(st.lists(st.integers()), st.integers(min_value=1, max_value=9))
def test_slices_are_disjoint_and_together_all(items: list[int], count: int) -> None:
    """And as equal in size as can be."""
    slices = [shard(items, f"{each + 1}/{count}").value or [] for each in range(count)]
    sizes = {len(each) for each in slices}

    assert sorted(items) == sorted(item for each in slices for item in each)
    assert max(sizes) - min(sizes) <= 1


@given(st.lists(st.integers()), st.integers(min_value=1, max_value=9))
def test_a_kind_is_sliced_as_if_there_were_no_other(
    items: list[int], count: int
) -> None:
    """What a command leaves out takes no place in its slices."""
    even = [item for item in items if item % 2 == 0]
    for each in range(count):
        wanted = f"{each + 1}/{count}"
        whole = shard(items, wanted, lambda item: item % 2).value or []

        assert shard(even, wanted).value == [item for item in whole if item % 2 == 0]


@pytest.mark.parametrize("wanted", ["0/2", "3/2", "1/0", "1", "a/b", "-1/2", ""])
def test_what_is_no_slice_is_refused(desk: Desk, wanted: str) -> None:
    """With an example of one."""
    ended = desk.run("check", f"--shard={wanted}")

    assert Exit.USAGE == ended.code
    assert "for example `--shard 2/8`" in ended.err


def test_only_a_slice_is_generated(desk: Desk) -> None:
    """As many machines as there are slices leave nothing out."""
    desk.run("generate", "--shard", "2/2")
    there = sorted(path.name for path in (desk.folder / "out").iterdir())
    desk.run("generate", "--shard", "1/2")

    assert ["bees", "dogs"] == there
    assert Exit.OK == desk.run("check").code


def test_targets_are_listed(desk: Desk) -> None:
    """A line each."""
    lines = desk.run("targets", "--shard", "1/2").out.splitlines()

    assert "ants: api.yaml -> out/ants" == lines[0]
    assert ["ants", "cats", "eels"] == [line.partition(":")[0] for line in lines]


def test_the_matrix_names_what_a_job_needs(desk: Desk) -> None:
    """On one line, as services want it."""
    printed = desk.run("targets", "--json", "--target", "cats").out

    job = {
        "target": "cats",
        "input": "api.yaml",
        "inputs": ["api.yaml"],
        "out": "out/cats",
        "package": "cats",
    }
    assert {"include": [job]} == json.loads(printed)
    assert 1 == len(printed.splitlines())


@pytest.mark.parametrize(
    ("command", "printed"),
    [
        (("check",), ""),
        (("generate",), ""),
        (("targets",), ""),
        (("check", "--format", "github"), ""),
        (("targets", "--json"), '{"include": []}\n'),
    ],
)
def test_a_slice_that_is_empty_is_worth_a_word(
    desk: Desk, command: tuple[str, ...], printed: str
) -> None:
    """And no failure: a fleet may have fewer targets than machines."""
    ended = desk.run(*command, "--shard", "7/8")

    assert (Exit.OK, printed) == (ended.code, ended.out)
    assert "there are 5 targets" in ended.err


def test_all_inputs_of_a_target_are_listed(desk: Desk) -> None:
    """Not only the first."""
    table = '[targets.a]\ninput = ["b.yaml", "c.yaml"]\nout = "o"\npackage = "a"\n'
    desk.write("clientsmith.toml", table)
    (job,) = json.loads(desk.run("targets", "--json").out)["include"]

    assert "a: b.yaml, c.yaml -> o\n" == desk.run("targets").out
    assert ["b.yaml", "c.yaml"] == job["inputs"]


def test_a_slice_is_one_of_a_configuration(desk: Desk) -> None:
    """A single description has none."""
    ended = desk.run(
        "generate", "api.yaml", "--out", "o", "--package", "p", "--shard", "1/2"
    )

    assert Exit.USAGE == ended.code
    assert "`--shard` has no effect beside SPEC" in ended.err
