"""`[sources."FILE"]` of the configuration, and what may be wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.config import read_config
from clientsmith.sources import Addresses, Command, PythonObject, Upstream

TARGET = '[targets.pets]\ninput = "a.yaml"\nout = "client"\npackage = "pets"\n'
URL = 'url = "https://a.example/b"\n'
TWO = ("https://a.example/b", "http://c.example/")


def read(folder: Path, lines: str, file: str = "a.yaml") -> dict[str, Upstream]:
    """Read a configuration with one source."""
    path = folder / "clientsmith.toml"
    path.write_text(f'{TARGET}[sources."{file}"]\n{lines}')
    config = read_config(path)

    assert () == config.diagnostics
    assert config.value is not None
    return {each.name: each.upstream for each in config.value.sources}


def wrong(folder: Path, lines: str, file: str = "a.yaml") -> list[str]:
    """List what is wrong with a source, without the name of the configuration."""
    path = folder / "clientsmith.toml"
    path.write_text(f'{TARGET}[sources."{file}"]\n{lines}')
    return [
        f"{str(each.at).removeprefix('clientsmith.toml:')} {each.message}"
        for each in read_config(path).diagnostics
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (URL, Addresses(("https://a.example/b",), {})),
        (
            f"url = {[*TWO]!r}\nheaders = {{ Accept = 'text/yaml' }}",
            Addresses(TWO, {"Accept": "text/yaml"}),
        ),
        ('command = ["make", "spec"]', Command(("make", "spec"))),
        ('python = "app.main:app"', PythonObject("app.main:app")),
    ],
)
def test_a_source_is_one_of_three(
    tmp_path: Path, lines: str, expected: Upstream
) -> None:
    """Addresses, a command or an object of Python."""
    assert {"a.yaml": expected} == read(tmp_path, lines)


def test_a_file_is_named_in_one_way(tmp_path: Path) -> None:
    """However it is written."""
    assert ["spec/a.yaml"] == list(read(tmp_path, URL, "./spec//a.yaml"))


@pytest.mark.parametrize(
    ("lines", "file", "expected"),
    [
        ("", "a", "5:2 `a` must have one of `url`, `command` and `python`"),
        (f'{URL}python = "a:b"', "a", "5:2 `a` must have one of `url`, `command` and"),
        ("url = 1", "a", "6:1 `url` must be a string or a list of strings"),
        ("url = [1]", "a", "6:1 `url` must be a string or a list of strings"),
        ('urls = "a"', "a", "6:1 `urls` is not known in [sources.a]"),
        ('url = "a.example"', "a", "6:1 `url` must be whole addresses, as"),
        ('url = "ftp://a.example"', "a", "6:1 `url` must be whole addresses, as"),
        ('url = "https://u:p@a.example/"', "a", "6:1 `url` must not hold a name and"),
        ('url = ["https://a/", "https://b/"]', "a.md", "5:2 `a.md` is made as JSON"),
        ('python = "a:b"', "a.md", "5:2 `a.md` is made as JSON, and has to end with"),
        ('python = "app.main"', "a.json", '6:1 `python` must be as "app.main:app"'),
        ('python = "a:b()"', "a.json", '6:1 `python` must be as "app.main:app"'),
        ('command = "make spec"', "a", "6:1 `command` must be a list of strings"),
        ('command = ["x"]\nheaders = {}', "a", "7:1 `headers` has no effect beside"),
        (f"{URL}headers = {{ A = 1 }}", "a", "7:1 `headers` must be a table of strin"),
        (f'{URL}headers = {{ "A B" = "1" }}', "a", "7:1 `A B` is no name of a header"),
        (f'{URL}headers = {{ A = "${{B" }}', "a", "7:1 `A` must be plain text, with"),
        (f'{URL}headers = {{ A = "a\\nb" }}', "a", "7:1 `A` must be plain text, with"),
        (
            f'{URL}headers = {{ Authorization = "Bearer abc" }}',
            "a",
            "7:1 `Authorization` must hold its secret as a variable of the environme",
        ),
        (f'{URL}headers = {{ X-Api-Key = "abc" }}', "a", "7:1 `X-Api-Key` must hold i"),
        (URL, "../a", "5:2 `../a` must be a file in the folder of the configuration"),
        (URL, "/a", "5:2 `/a` must be a file in the folder of the configuration"),
        (URL, "C:/a", "5:2 `C:/a` must be a file in the folder of the configuration"),
        (URL, ".", "5:2 `.` must be a file in the folder of the configuration"),
    ],
)
def test_what_is_wrong_with_a_source_is_placed(
    tmp_path: Path, lines: str, file: str, expected: str
) -> None:
    """By line and column; no secret is repeated."""
    [found] = wrong(tmp_path, lines, file)

    assert expected == found[: len(expected)]
    assert "abc" not in found


def test_two_sources_are_two_files(tmp_path: Path) -> None:
    """One would write over the other."""
    found = wrong(tmp_path, f'{URL}[sources."./a.yaml"]\n{URL}')

    assert ["7:2 `./a.yaml` is the file of another source, too"] == found


def test_sources_are_tables(tmp_path: Path) -> None:
    """And nothing else."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(f'sources = "a"\n{TARGET}')

    [found] = read_config(path).diagnostics
    assert "`sources` must be a table" == found.message
