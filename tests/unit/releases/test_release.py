"""What callers see is a file, and is the same when it is read again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.compare import compare
from clientsmith.load import Source
from clientsmith.pipeline import compile_description
from clientsmith.plan import Options
from clientsmith.releases import Earlier, Release, Settling, release_text
from clientsmith.releases.release import ReleaseError, read_release

GOLDEN = Path(__file__).parents[2] / "golden"
OF_SEVERAL_FILES = "harbor"
DESCRIPTIONS = [
    path
    for path in sorted(GOLDEN.glob("*/openapi.*"))
    if path.parent.name != OF_SEVERAL_FILES
]


def released(text: bytes) -> Release:
    """Return the release of what a text describes."""
    settling = Settling(Earlier(), Earlier(), "x", semantic=True)
    source = Source("api.yaml", text)
    compile_description(source, (), Options("pets"), settle=settling)

    assert settling.settled is not None
    return settling.settled.release


@pytest.mark.parametrize("path", DESCRIPTIONS, ids=lambda path: path.parent.name)
def test_a_release_is_read_as_it_was_written(path: Path) -> None:
    """Nothing has changed for callers by that."""
    release = released(path.read_bytes())
    again = read_release(release_text(release).encode())

    assert () == compare(release.surface, again.surface)
    assert () == compare(again.surface, release.surface)
    assert release_text(release) == release_text(again)


def test_a_release_has_a_line_for_each_call_and_class() -> None:
    """So that version control merges it, and people see what a change adds."""
    release = released(DESCRIPTIONS[0].read_bytes())
    lines = release_text(release).splitlines()
    calls = [line for line in lines if '"manner": ' in line]

    assert len(release.surface.methods) == len(calls)
    assert not any('"at": ' in line for line in calls)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"<<<<<<< ours",
        b'{"format": 2}',
        b'{"format": 1, "version": "1.0.0"}',
        b'{"format": 1, "version": 1, "made_by": "", "surface": {"package": "x"}}',
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_what_is_no_release_is_refused(text: bytes) -> None:
    """Whatever it is."""
    with pytest.raises(ReleaseError):
        read_release(text)


def test_what_a_later_clientsmith_adds_is_left_alone() -> None:
    """As long as the format is the same."""
    value = json.loads(release_text(released(DESCRIPTIONS[0].read_bytes())))

    assert read_release(json.dumps({**value, "more": 1}).encode())


CODES = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://pets.example"}]
paths:
  /pets:
    get:
      operationId: list
      tags: [pets]
      parameters: [{name: code, in: query, schema: {$ref: "#/components/schemas/Code"}}]
      responses: {"204": {description: None.}}
components: {schemas: {Code: {type: string}}}
"""


def older(release: Release) -> Release:
    """Read a release as files had it that said of classes alone who gets them."""
    value = json.loads(release_text(release))
    for one in value["surface"]["definitions"]:
        one.pop("given", None)
        if one["kind"] != "Record":
            one.pop("read", None)
    return read_release(json.dumps(value).encode())


def test_what_files_of_before_did_not_say_is_judged_as_it_was() -> None:
    """A type in `params` is given, and all others are read."""
    text = CODES.replace("{Code: {type: string", "{Code: {type: [string, integer]")
    old, new = released(CODES.encode()), released(text.encode())
    now = compare(old.surface, new.surface)
    before = compare(older(old).surface, older(new).surface)

    assert {"compatible"} == {one.verdict.value for one in now}
    assert {"params.CodeParam": "compatible", "models.Code": "breaking"} == {
        one.place: one.verdict.value for one in before
    }


@pytest.mark.parametrize("path", DESCRIPTIONS, ids=lambda path: path.parent.name)
def test_nothing_follows_from_what_files_of_before_did_not_say(path: Path) -> None:
    """As long as the description is the same."""
    release = released(path.read_bytes())

    assert () == compare(older(release).surface, release.surface)
    assert () == compare(release.surface, older(release).surface)
