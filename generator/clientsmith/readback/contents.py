"""What tells two packages apart as files, though all that callers see is the same."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any, Final, cast

from .files import PackageFiles

_LENGTH: Final = 16
_VERSION: Final = re.compile(
    r"""^(    version=|__version__ = )("[^"\n]*"|'[^'\n]*')""", re.MULTILINE
)
"""Where a package says its own version, which is another one with each release."""
_ABOUT_API: Final = "__api_version__"


def contents_of_both(
    old: PackageFiles, new: PackageFiles
) -> tuple[tuple[str, str], tuple[str, str]]:
    """Tell two packages apart by their code, and by code and docs, in any format.

    What is the same in all packages has no part in it.
    """
    before, after = (_unversioned(each.texts) for each in (old, new))
    differing = [
        path for path in {**before, **after} if before.get(path) != after.get(path)
    ]
    return _digests(before, differing), _digests(after, differing)


def _unversioned(texts: Mapping[str, str]) -> dict[str, str]:
    return {path: _VERSION.sub(r"\1''", text) for path, text in texts.items()}


def _digests(texts: Mapping[str, str], paths: Iterable[str]) -> tuple[str, str]:
    parsed = {path: ast.parse(texts[path]) for path in sorted(paths) if path in texts}
    whole = _digest(parsed, lambda tree: tree)
    return _digest(parsed, _without_docs), whole


def _digest(
    parsed: Mapping[str, ast.Module], shown: Callable[[ast.Module], ast.AST]
) -> str:
    digest = sha256()
    for path, tree in parsed.items():
        digest.update(f"{path}\0{ast.dump(shown(tree))}\0".encode())
    return digest.hexdigest()[:_LENGTH]


def _without_docs(tree: ast.Module) -> ast.AST:
    """Take out what is only said."""
    for node in ast.walk(tree):
        body: Any = getattr(node, "body", None)
        if isinstance(body, list):
            said = cast("list[object]", body)
            said[:] = [each for each in said if not _is_said(each)]
    return tree


def _is_said(node: object) -> bool:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name == _ABOUT_API
        case _:
            return False
