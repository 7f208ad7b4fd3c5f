"""Reads JSON of any shape, also what is made to break its reader.

https://www.rfc-editor.org/rfc/rfc8259#section-9
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def loads(
    content: bytes | str, parse_float: Callable[[str], float] | None = None
) -> Any:
    """Read JSON.

    Raises:
        ValueError: It is none, or goes deeper or has longer numbers than Python reads.
    """
    try:
        return json.loads(content, parse_float=parse_float)
    except RecursionError:
        raise ValueError("nested too deeply") from None
