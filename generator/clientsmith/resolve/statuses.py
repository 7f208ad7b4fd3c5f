"""Keys of responses: a status, a range of them, or `default`.

https://spec.openapis.org/oas/v3.1.1.html#patterned-fields-1
"""

from __future__ import annotations

import re
from typing import Final

_STATUS: Final = re.compile(r"[1-9][0-9]{2}|[1-5]XX|DEFAULT", re.IGNORECASE)


def status_of(key: str) -> str | None:
    """Return what a key means as the specification writes it; None for no status."""
    if not _STATUS.fullmatch(key):
        return None
    return "default" if key.lower() == "default" else key.upper()
