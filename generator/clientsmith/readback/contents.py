"""What tells two packages apart as files, though all that callers see is the same."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Final

from .files import PackageFiles

_LENGTH: Final = 16
_VERSION: Final = re.compile(
    r"""^(    version=|__version__ = )("[^"\n]*"|'[^'\n]*')""", re.MULTILINE
)
"""Where a package says its own version, which is another one with each release."""


def contents_of_both(old: PackageFiles, new: PackageFiles) -> tuple[str, str]:
    """Tell two packages apart by their code, however it is formatted.

    What is the same in all packages has no part in it.
    """
    before, after = (_unversioned(each.texts) for each in (old, new))
    differing = [
        path for path in {**before, **after} if before.get(path) != after.get(path)
    ]
    return _digest(before, differing), _digest(after, differing)


def _unversioned(texts: Mapping[str, str]) -> dict[str, str]:
    return {path: _VERSION.sub(r"\1''", text) for path, text in texts.items()}


def _digest(texts: Mapping[str, str], paths: Iterable[str]) -> str:
    digest = sha256()
    for path in sorted(paths):
        code = ast.dump(ast.parse(texts[path])) if path in texts else ""
        digest.update(f"{path}\0{code}\0".encode())
    return digest.hexdigest()[:_LENGTH]
