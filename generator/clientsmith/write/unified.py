"""What would change in one file, as `diff -u` and `git apply` write it.

https://www.gnu.org/software/diffutils/manual/html_node/Unified-Format.html
"""

from __future__ import annotations

from difflib import unified_diff


def unified(path: str, there: bytes | None, generated: str | None) -> str:
    """Diff a file as it is with how it is generated; None on either side is no file."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in unified_diff(
            _lines(None if there is None else there.decode(errors="replace")),
            _lines(generated),
            fromfile="/dev/null" if there is None else f"a/{path}",
            tofile="/dev/null" if generated is None else f"b/{path}",
        )
    )


def _lines(text: str | None) -> list[str]:
    """Split at line feeds alone: `splitlines` would also split at U+2028."""
    lines = (text or "").split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]
