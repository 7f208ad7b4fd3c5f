"""A reference to another origin is refused before anything is asked of it."""

from __future__ import annotations

from cases.packages import generate


def test_nothing_is_generated() -> None:
    """The message ends with the setting that would let it pass."""
    run = generate("ref-remote")

    assert run.compiled.failed
    assert [] == run.files
    assert ["reference-remote"] == [each.code for each in run.diagnostics]
