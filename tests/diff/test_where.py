"""Every change has a place: where it is, where it was, or what it was a part of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clientsmith.compare import compare
from diff.editing import shop, surface
from diff.edits import EDITS, Edit, edited
from diff.repository import Shop
from diff.shared import DOCUMENT, line_of
from hostile.command import Desk

SERVERS = 'servers: [{url: "https://things.example"}]\n'


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_every_change_of_a_description_is_described_somewhere(edit: Edit) -> None:
    """On each side that it has."""
    changes = compare(surface(shop()), surface(edited(shop(), edit)))
    ends = [end for each in changes for end in (each.before, each.after) if end]

    assert [] == [end.place for end in ends if end.at is None]


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (
            SERVERS.replace("things.", "others."),
            "the default https://things.example → https://others.example",
        ),
        ("servers: [{url: /v1}]\n", "required now, and no longer optional"),
        ("", "required now, and no longer optional"),
    ],
    ids=["another", "a path", "none"],
)
def test_where_the_api_is_changes_once(tmp_path: Path, after: str, said: str) -> None:
    """At `servers`: what has to be said from now on is no default that moves."""
    desk = Desk(tmp_path)
    desk.write("old.yaml", DOCUMENT)
    desk.write("new.yaml", DOCUMENT.replace(SERVERS, after))
    lines = desk.run("diff", "old.yaml", "new.yaml").out.splitlines()
    at = lines.index(f"  Client(base_url=): {said}")
    line = line_of(DOCUMENT, "servers:") if after else 1

    assert 1 == sum("Client(base_url=)" in each for each in lines)
    assert lines[at + 2].startswith(f"      new.yaml:{line}:")


def test_a_variable_of_a_server_is_shown_where_it_stands(tmp_path: Path) -> None:
    """As one of the servers has it."""
    first = "https://{region}.things.example"
    variable = "region: {default: eu, enum: [eu, us]}"
    known = f'servers:\n  - url: "{first}"\n    variables:\n      {variable}\n'
    desk = Desk(tmp_path)
    desk.write("old.yaml", DOCUMENT.replace(SERVERS, known))
    desk.write("new.yaml", DOCUMENT.replace(SERVERS, known.replace("[eu, us]", "[eu]")))
    told = desk.run("diff", "old.yaml", "new.yaml").out

    assert "Client(region=): type" in told
    assert "      new.yaml:6:7 [" in told


def test_what_a_package_had_is_shown_where_it_was(tmp_path: Path) -> None:
    """At the revision that had it."""
    made = Shop(tmp_path)
    made.desk.run("generate", "--quiet")
    made.commit("Generate the client")
    commit = made.git("rev-parse", "HEAD")[:7]
    for before, after in (("/pets", "/cats"), ("listPets", "findCats")):
        made.edit("spec/api.yaml", before, after)
    made.desk.run("generate", "--quiet")
    told = made.diff("main:clients/pets/pets").out
    table = made.diff("main:clients/pets/pets", "--format", "markdown").out

    place = rf"clients/pets/pets/resources/pets.py:\d+:\d+ at {commit}"
    assert re.search(rf"call removed .*\n.*\n      {place} \[", told)
    assert re.search(rf"call removed .* \| {place} \|\n", table)
