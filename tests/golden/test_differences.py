"""A failing golden test shows exactly what is different."""

from __future__ import annotations

from golden.differences import differences


def test_a_changed_line_is_shown_with_its_file() -> None:
    """The diff reads as one of `git diff` does."""
    expected = "--- expected/a.py\n+++ generated/a.py\n@@ -1 +1 @@\n-x = 1\n+x = 2\n"

    assert expected == differences({"a.py": "x = 1\n"}, {"a.py": "x = 2\n"})


def test_files_that_come_and_go_are_shown_even_when_empty() -> None:
    """A missing `py.typed` is a difference, too."""
    expected = (
        "--- expected/py.typed\n+++ /dev/null\n--- /dev/null\n+++ generated/x.py\n"
    )

    assert expected == differences({"py.typed": ""}, {"x.py": ""})


def test_equal_files_are_not_shown() -> None:
    """No difference, no text."""
    assert not differences({"a.py": "x = 1\n"}, {"a.py": "x = 1\n"})
