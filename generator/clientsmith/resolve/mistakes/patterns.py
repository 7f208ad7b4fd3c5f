r"""Patterns that packages do not check, such as `\p{L}` of ECMA-262.

https://json-schema.org/draft/2020-12/json-schema-core#section-6.4
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from clientsmith.diagnostics import Diagnostic, hint
from clientsmith.pointer import Pointer
from clientsmith.shipped import runtime_names

from .graph import Graph, Schema

_LONGEST = 2_000
"""Longer patterns are not judged: reading one may take longer than all the rest."""


def check_pattern(_: Graph, schema: Schema, at: Pointer) -> Iterator[Diagnostic]:
    """Report a pattern that a Python program cannot check."""
    pattern = schema["pattern"]
    if isinstance(pattern, str) and (reason := pattern_problem(pattern)):
        yield hint(
            "pattern-invalid",
            f"Python does not read this pattern: {reason}",
            at / "pattern",
            hint="it is documented, and not checked",
        )


@lru_cache(maxsize=1024)
def pattern_problem(pattern: str) -> str | None:
    """Say why packages do not check a pattern, if they do not."""
    if len(pattern) > _LONGEST:
        return None
    # What packages read patterns with alone knows what it can read.
    problem: str | None = runtime_names("patterns")["problem"](pattern)
    return problem
