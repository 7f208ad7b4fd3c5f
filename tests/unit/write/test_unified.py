"""Diffs that `git apply` takes."""

from __future__ import annotations

from clientsmith.write.unified import unified


def test_a_new_file_comes_from_nowhere() -> None:
    """As git writes it."""
    diff = unified("a.py", None, "x\n")

    assert "--- /dev/null\n+++ b/a.py\n@@ -0,0 +1 @@\n+x\n" == diff


def test_a_deleted_file_goes_nowhere() -> None:
    """As git writes it."""
    diff = unified("a.py", "x\n", None)

    assert "--- a/a.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n" == diff


def test_a_missing_line_end_is_said() -> None:
    """Otherwise two lines of the diff would run together."""
    diff = unified("a.py", "x", "y\n")

    assert "-x\n\\ No newline at end of file\n+y\n" in diff


def test_a_line_separator_within_text_ends_no_line() -> None:
    """U+2028 in a docstring is no line of the file."""
    diff = unified("a.py", "x\u2028y\n", "z\n")

    assert "-x\u2028y\n+z\n" in diff
