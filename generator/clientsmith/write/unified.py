"""What would change in one file, as `diff -u` and `git apply` write it.

https://www.gnu.org/software/diffutils/manual/html_node/Unified-Format.html
"""

from __future__ import annotations

import re
from difflib import unified_diff
from itertools import takewhile
from typing import Final

_HUNK: Final = re.compile(r"@@ -(\d+)")


def unified(path: str, there: str | None, generated: str | None) -> str:
    """Diff a file as it is with how it is generated; None on either side is no file."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in unified_diff(
            _lines(there),
            _lines(generated),
            fromfile="/dev/null" if there is None else f"a/{path}",
            tofile="/dev/null" if generated is None else f"b/{path}",
        )
    )


def first_line(diff: str) -> int:
    """Return the number of the first line that a diff changes, in what is there."""
    lines = iter(diff.split("\n"))
    for line in lines:
        if hunk := _HUNK.match(line):
            before = takewhile(lambda each: each.startswith(" "), lines)
            return max(int(hunk[1]) + sum(1 for _ in before), 1)
    return 1


def _lines(text: str | None) -> list[str]:
    """Split at line feeds alone: `splitlines` would also split at U+2028."""
    lines = (text or "").split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]
