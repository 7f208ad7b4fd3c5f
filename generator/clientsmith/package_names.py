"""What a package may be called.

https://docs.python.org/3/reference/lexical_analysis.html#identifiers
"""

from __future__ import annotations

import keyword
import re
import sys

_NEEDED = frozenset({"anyio", "httpx2", "pydantic", "typing_extensions"})


def unfit_package(name: str) -> str | None:
    """Say why a package cannot have a name, if so."""
    if not name.isidentifier() or not name.isascii() or keyword.iskeyword(name):
        return "must be a name that Python can import"
    if name in sys.stdlib_module_names or name in _NEEDED:
        return "must not be the name of a module that the package itself imports"
    return None


def fitting_package(name: str) -> str | None:
    """Say which name is like one that does not fit, if there is one."""
    spelled = re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_").lower()
    for like in (spelled, f"{spelled}_client", f"api_{spelled}"):
        if spelled and unfit_package(like) is None:
            return f"for example `{like}`"
    return None
