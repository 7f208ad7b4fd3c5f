"""`clientsmith config`: what holds, and where it was said."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from clientsmith.config.schema import schema_text
from clientsmith.diagnostics import Exit
from hostile.command import Desk

TABLE = '[targets."my.pets"]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a configuration."""
    desk = Desk(tmp_path)
    desk.write(
        "clientsmith.toml",
        '[policy]\nall = "warn"\n'
        f"{TABLE}"
        '[targets."my.pets".names]\n"#/components/schemas/Pet" = "Animal"\n'
        '[targets."my.pets".pagination.all]\nkind = "none"\noperations = ["a"]\n',
    )
    return desk


def test_what_is_printed_is_a_configuration(desk: Desk) -> None:
    """That says the same, and could be kept."""
    ended = desk.run("config")
    printed = tomllib.loads(ended.out)
    desk.write("clientsmith.toml", ended.out)

    assert Exit.OK == ended.code
    assert (
        "Animal" == printed["targets"]["my.pets"]["names"]["#/components/schemas/Pet"]
    )
    assert "ruff" == printed["targets"]["my.pets"]["formatter"]
    assert {"all": "warn"} == printed["targets"]["my.pets"]["policy"]
    assert ended.out == desk.run("config").out


def test_each_value_says_where_it_comes_from(desk: Desk) -> None:
    """A line of the configuration, or nowhere."""
    lines = desk.run("config", "--origin").out.splitlines()

    assert 'input = "api.yaml" # clientsmith.toml:4:1' in lines
    assert 'formatter = "ruff" # default' in lines
    assert 'all = "warn" # clientsmith.toml:2:1' in lines
    assert '[targets."my.pets".pagination.all] # clientsmith.toml:9:2' in lines


def test_programs_get_json(desk: Desk) -> None:
    """A list for each target."""
    targets = json.loads(desk.run("config", "--json").out)["targets"]

    expected = {"key": ["package"], "value": "pets", "file": "clientsmith.toml"}
    assert expected | {"line": 6} in targets["my.pets"]


def test_the_schema_is_printed_without_a_configuration(tmp_path: Path) -> None:
    """For an editor."""
    assert schema_text() == Desk(tmp_path).run("config", "--schema").out


def test_what_is_wrong_is_reported_instead(desk: Desk) -> None:
    """As every command does."""
    desk.write("clientsmith.toml", TABLE + "version = 1\n")
    ended = desk.run("config")

    assert (Exit.USAGE, "") == (ended.code, ended.out)
    assert "clientsmith.toml:5:1: error[config-value]" in ended.err


COMMON = """\
[references]
allow = ["https://schemas.example.com"]
[sources."api.yaml"]
url = "https://example.com/api.yaml"
headers = { Authorization = "Bearer ${TOKEN}" }
[sources."dogs.yaml"]
command = ["cat", "x"]
"""


def test_what_is_said_for_all_targets_is_printed(desk: Desk) -> None:
    """Where files come from, and whom references may lead to; as it is written."""
    desk.write("clientsmith.toml", TABLE + COMMON)
    printed = desk.run("config").out
    origins = desk.run("config", "--origin").out.splitlines()
    common = json.loads(desk.run("config", "--json").out)["common"]
    desk.write("clientsmith.toml", printed)
    written = tomllib.loads(COMMON)

    assert written == {key: tomllib.loads(printed)[key] for key in written}
    assert printed == desk.run("config").out
    assert 'command = ["cat", "x"] # clientsmith.toml:11:1' in origins
    assert {
        "key": ["references", "allow"],
        "value": ["https://schemas.example.com"],
        "file": "clientsmith.toml",
        "line": 6,
    } in common
    assert "${TOKEN}" in printed
