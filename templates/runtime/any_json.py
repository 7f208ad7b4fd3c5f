"""Reads JSON of any shape, also what is made to break its reader.

https://www.rfc-editor.org/rfc/rfc8259#section-9
"""

from __future__ import annotations

import json
from typing import Any


def loads(content: bytes | str) -> Any:
    """Read JSON.

    Raises:
        ValueError: It is none, or goes deeper or has longer numbers than Python reads.
    """
    try:
        return json.loads(content)
    except RecursionError:
        raise ValueError("nested too deeply") from None
