"""Which version a package deserves."""

from __future__ import annotations

import pytest

from clientsmith.compare import Bump, bumped, grown


@pytest.mark.parametrize(
    ("version", "part", "expected"),
    [
        ("1.2.3", "major", "2.0.0"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "none", "1.2.3"),
        ("0.2.3", "major", "0.3.0"),
        ("0.2.3", "minor", "0.2.4"),
        ("0.2.3", "patch", "0.2.4"),
        ("0.2.3", "none", "0.2.3"),
        ("2026.11", "major", None),
    ],
)
def test_a_version_grows(version: str, part: Bump, expected: str | None) -> None:
    """Before 1.0.0 by a smaller part; what is no semantic version does not."""
    assert expected == bumped(version, part)


def test_before_1_nothing_is_promised() -> None:
    """What breaks is a minor version, and a zero elsewhere is none in front."""
    assert "minor" == grown("0.1.0", "major")
    assert "major" == grown("10.0.0", "major")
