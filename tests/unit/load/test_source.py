"""Sources are files or standard input; what cannot be read is a usage problem."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from clientsmith.diagnostics import Exit
from clientsmith.load import Source, read_source

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_read_as_bytes(tmp_path: Path) -> None:
    """The name is the path as the user gave it."""
    path = tmp_path / "api.yaml"
    path.write_bytes(b"openapi: 3.1.0\n")

    assert Source(str(path), b"openapi: 3.1.0\n") == read_source(path, BytesIO()).value


def test_a_dash_is_standard_input() -> None:
    """A description can come from a pipe."""
    read = read_source("-", BytesIO(b"{}"))

    assert Source("<stdin>", b"{}") == read.value


def test_a_missing_file_is_a_usage_problem(tmp_path: Path) -> None:
    """The caller learns that the command line was wrong, not the document."""
    [problem] = read_source(tmp_path / "none.yaml", BytesIO()).diagnostics

    assert (problem.code, problem.exit) == ("source-missing", Exit.USAGE)


def test_a_directory_is_not_a_source(tmp_path: Path) -> None:
    """A directory is named as one."""
    [problem] = read_source(tmp_path, BytesIO()).diagnostics

    assert (problem.code, problem.exit) == ("source-is-directory", Exit.USAGE)


def test_a_path_with_a_null_is_unreadable() -> None:
    """What the operating system refuses is a problem and no traceback."""
    [problem] = read_source("a\0b", BytesIO()).diagnostics

    assert problem.code == "source-unreadable"
