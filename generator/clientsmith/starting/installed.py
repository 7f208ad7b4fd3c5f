"""Where clientsmith was installed from, for a machine that has to install it, too.

https://packaging.python.org/en/latest/specifications/direct-url-data-structure/
"""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any, Final

from clientsmith import __version__

ELSEWHERE: Final = "git+https://github.com/OWNER/clientsmith"
"""Stands for where it is kept, if it was installed from a folder of this machine."""


def requirement() -> str:
    """Return what pip installs this very clientsmith from."""
    try:
        text = distribution("clientsmith").read_text("direct_url.json")
    except PackageNotFoundError:
        return ELSEWHERE
    return requirement_of(json.loads(text)) if text else f"clientsmith=={__version__}"


def requirement_of(direct: dict[str, Any]) -> str:
    """Return what pip installs again what was installed from an address."""
    url = str(direct.get("url", ""))
    vcs = direct.get("vcs_info")
    if isinstance(vcs, dict) and "://" in url and not url.startswith("file:"):
        return f"{vcs['vcs']}+{url}@{vcs['commit_id']}"
    return url if url.startswith("https://") else ELSEWHERE
