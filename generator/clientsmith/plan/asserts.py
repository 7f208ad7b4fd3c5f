"""What strict validation checks, written where the type is.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6
"""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Iterable

from clientsmith.ir import Assertion

from .code import Code, code, identifier, join, literal
from .imports import Import

ASSERTS = Import("._runtime.asserts", "Asserts")

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def asserting(checks: Iterable[Assertion]) -> Code:
    """Write assertions as the call that makes a mark of them."""
    given = (
        code("{}={}", _spelled(each.keyword), literal(json.loads(each.text)))
        for each in checks
    )
    return code("Asserts({})", join(", ", given))


def _spelled(name: str) -> Code:
    """Spell a keyword as Python does: `minLength` is `min_length`."""
    snake = _HUMP.sub("_", name).lower()
    return identifier(f"{snake}_" if keyword.iskeyword(snake) else snake)
