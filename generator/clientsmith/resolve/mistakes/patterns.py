r"""Patterns that Python's `re` does not read, such as `\p{L}` of ECMA-262.

https://json-schema.org/draft/2020-12/json-schema-core#section-6.4
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache

from clientsmith.diagnostics import Diagnostic, hint
from clientsmith.pointer import Pointer

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
    """Say why Python does not read a pattern, if it does not."""
    if len(pattern) > _LONGEST:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # `re` means to read some otherwise one day
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as problem:
        return str(problem)
    return None
