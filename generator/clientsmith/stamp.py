"""What the program itself is, as one digest: another program may say something else."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from .shipped import templates_folder

_OURS: Final = Path(__file__).parent
_READ: Final = frozenset({".py", ".jinja", ".toml", ".json"})


@cache
def stamp() -> str:
    """Return the digest of our sources, of the templates, and of what is installed.

    What is installed is known by the names of its folders of metadata, which have the
    releases in them.
    """
    total = sha256(f"{sys.version} {sys.platform}".encode())
    installed = Path(msgspec.__file__).parents[1]
    releases = (path.name for path in installed.glob("*.dist-info"))
    total.update(" ".join(sorted(releases)).encode())
    for folder in (_OURS, templates_folder()):
        for path in sorted(folder.rglob("*")):
            if path.suffix in _READ:
                total.update(path.relative_to(folder).as_posix().encode())
                total.update(path.read_bytes())
    return total.hexdigest()
