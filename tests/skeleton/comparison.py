"""Compares the files of a package with what their plans predict."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from itertools import zip_longest

from clientsmith.plan.package import Package, Page
from clientsmith.write import File
from skeleton import documents
from skeleton.parts import MisplacedError
from skeleton.prediction import predicted
from skeleton.vocabulary import strangers


def mismatches(package: Package, files: Iterable[File]) -> dict[str, str]:
    """Say of each file what is in it that its plan does not predict."""
    texts = {file.path: file.text for file in files if not _is_runtime(file, package)}
    pages = {page.path: page for page in package.pages}
    extra = dict.fromkeys(texts.keys() ^ pages.keys(), "is in no plan")
    found = {
        path: _mismatch(pages[path], text, package.name)
        for path, text in texts.items()
        if path in pages
    }
    return extra | {path: problem for path, problem in found.items() if problem}


def _is_runtime(file: File, package: Package) -> bool:
    return file.verbatim or file.path == f"{package.name}/py.typed"


def _mismatch(page: Page, text: str, package: str) -> str:
    if not page.path.endswith(".py"):
        return documents.mismatch(page.content, text)
    try:
        expected = predicted(page.content)
        found = ast.parse(text).body
    except (MisplacedError, SyntaxError) as problem:
        return str(problem)
    for wanted, made in zip_longest(expected, found):
        if _shown(wanted) != _shown(made):
            return f"{_text(made)!r} stands where {_text(wanted)!r} is expected"
    return ", ".join(strangers(found, package))


def _shown(node: ast.stmt | None) -> str:
    return ast.dump(_without_layout(node)) if node else ""


def _without_layout(tree: ast.stmt) -> ast.stmt:
    """Leave the words of docstrings: how they are laid out is up to the formatter."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text)) as constant):
                constant.value = " ".join(text.split())
            case _:
                pass
    return tree


def _text(node: ast.stmt | None) -> str:
    return ast.unparse(node) if node else ""
