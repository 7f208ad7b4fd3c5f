"""Numbers where a text is meant: `version: 1.0`, written without quotes.

https://yaml.org/spec/1.2.2/#103-core-schema
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from clientsmith.diagnostics import Diagnostic, hint
from clientsmith.load import JSON, Document
from clientsmith.pointer import Pointer

from .values import members

_Steps: TypeAlias = tuple[str, ...]
_TEXTS: tuple[_Steps, ...] = (("openapi",), ("swagger",), ("info", "version"))
"""Where documents have numbers that only look like them."""


def read_texts(document: Document) -> tuple[dict[_Steps, str], list[Diagnostic]]:
    """Find versions that are numbers, as the document spells them."""
    found: dict[_Steps, str] = {}
    problems: list[Diagnostic] = []
    for steps in _TEXTS:
        at, number = Pointer(steps=steps), _at(document.value, steps)
        if isinstance(number, int | float) and not isinstance(number, bool):
            found[steps] = document.written(at) or str(number)
            message = (
                f"`{at.last}` is a number; it is read as the text `{found[steps]}`"
            )
            problems.append(hint("text-expected", message, at, hint="add quotes"))
    return found, problems


def spelled(value: JSON, texts: Mapping[_Steps, str]) -> JSON:
    """Put texts where they belong; all else is shared."""
    for steps, text in texts.items():
        value = _with(value, steps, text)
    return value


def _at(value: JSON, steps: _Steps) -> JSON:
    for step in steps:
        value = members(value).get(step)
    return value


def _with(value: JSON, steps: _Steps, text: str) -> JSON:
    if not steps:
        return text
    below = _with(members(value).get(steps[0]), steps[1:], text)
    return {**members(value), steps[0]: below}
