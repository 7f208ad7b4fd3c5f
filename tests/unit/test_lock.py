"""The lock is read, kept whole and written at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.lock import Lock, read_lock, write_lock


def test_a_lock_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """A first run has none."""
    assert Lock() == read_lock(tmp_path / "clientsmith.lock").value


def test_what_is_not_known_is_kept(tmp_path: Path) -> None:
    """Other parts of the program, and later versions, have their own members."""
    path = tmp_path / "clientsmith.lock"
    path.write_text('{"version": 1, "targets": {"a": {"names": {}}}, "new": 1}')
    lock = read_lock(path).value

    assert lock is not None
    write_lock(path, Lock({"https://a.b/c": "sha256:0"}, lock.others))
    assert {
        "version": 1,
        "references": {"https://a.b/c": "sha256:0"},
        "targets": {"a": {"names": {}}},
        "new": 1,
    } == json.loads(path.read_text("utf-8"))
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"version": 1,\n ]', "2:2"),
        ("[]", "1:1"),
        ('{"version": 2}', "1:1"),
        ('{"version": 1, "references": {"a": 1}}', "1:1"),
    ],
)
def test_a_broken_lock_is_a_diagnostic(tmp_path: Path, text: str, place: str) -> None:
    """With its place."""
    path = tmp_path / "clientsmith.lock"
    path.write_text(text)
    [problem] = read_lock(path).diagnostics

    assert "lock-broken" == problem.code
    assert f"{path}:{place}" == str(problem.at)
