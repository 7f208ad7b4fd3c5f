"""Compares what is no Python with its plan: Markdown has its headings, TOML its values.

A description may hold Markdown, and what it holds must not reach beyond its section:
no fence that stays open, no cell that becomes two, and no HTML.
https://spec.commonmark.org/0.31.2/ and https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token  # noqa: TC002

from clientsmith.plan.beside import (
    Project,
    Readme,
    Reference,
    ReferenceModels,
    ReferencePage,
    ReferenceResource,
)
from clientsmith.plan.package import Content

_README = ("Install", "Use", "Configure", "Errors")


def mismatch(content: Content, text: str) -> str:
    """Say what a document has that its plan does not predict, or lacks."""
    match content:
        case Project():
            return _toml(content, text)
        case Readme():
            return _markdown(text, _README, 0)
        case Reference(resources=resources, models=models):
            named = (f"`{one.name}`" for each in models for one in each)
            return _reference(resources, text, named)
        case ReferencePage(resources=resources):
            return _reference(resources, text)
        case ReferenceModels(models=models):
            return _markdown(text, (f"`{one.name}`" for one in models), 0)
        case _:
            return ""


def _reference(
    resources: Iterable[ReferenceResource], text: str, others: Iterable[str] = ()
) -> str:
    wanted: list[str] = []
    rows = 0
    for resource in resources:
        wanted.append(f"`{resource.name}`")
        for method in resource.methods:
            wanted.append(f"`{method.call}`")
            rows += sum(len(table) + 1 for table in method.tables)
    return _markdown(text, [*wanted, *others], rows)


def _toml(project: Project, text: str) -> str:
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        return str(problem)
    written = {
        "name": json.loads(project.distribution),
        "version": json.loads(project.version),
        "description": json.loads(project.description),
    }
    package = json.loads(project.package)
    for table in project.optional:
        written |= tomllib.loads(str(table))["project"]
    expected = _TABLES | {
        "project": _PROJECT | written,
        "tool": {"hatch": {"build": {"targets": {"wheel": {"packages": [package]}}}}},
    }
    return "" if expected == found else f"{found!r} is not {expected!r}"


_TABLES = {
    "build-system": {"requires": ["hatchling"], "build-backend": "hatchling.build"}
}
_PROJECT = {
    "readme": "README.md",
    "requires-python": ">=3.11",
    "dependencies": ["httpx2>=2.16", "pydantic>=2.12"],
}


def _markdown(text: str, headings: Iterable[str], rows: int) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = {token.type for token in _all(tokens)}
    if kinds & {"html_block", "html_inline"}:
        return "it holds HTML"
    shown = iter(_headings(tokens))
    lost = [heading for heading in headings if heading not in shown]
    if lost:
        return f"{lost} are no headings, or not in their order"
    found = sum(token.type == "tr_open" for token in tokens)
    return "" if found >= rows else f"{found} rows of tables are less than {rows}"


def _all(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or ())


def _headings(tokens: list[Token]) -> Iterator[str]:
    for token, inner in pairwise(tokens):
        if token.type == "heading_open":
            yield inner.content
