"""Numbers where a text is meant: `version: 1.0`, written without quotes.

https://yaml.org/spec/1.2.2/#103-core-schema
"""

from __future__ import annotations

from clientsmith.diagnostics import Diagnostic, Outcome, hint
from clientsmith.load import JSON, Document
from clientsmith.pointer import Pointer

from .values import members

_TEXTS = (("openapi",), ("swagger",), ("info", "version"))
"""Where documents have numbers that only look like them."""


def read_texts(document: Document) -> Outcome[JSON]:
    """Read versions as the texts that they are, as the document spells them."""
    value, problems = document.value, list[Diagnostic]()
    for steps in _TEXTS:
        at = Pointer(steps=steps)
        number = _at(value, steps)
        if isinstance(number, int | float) and not isinstance(number, bool):
            text = document.written(at) or str(number)
            value = _with(value, steps, text)
            message = f"`{at.last}` is a number; it is read as the text `{text}`"
            problems.append(hint("text-expected", message, at, hint="add quotes"))
    return Outcome(value, tuple(problems))


def _at(value: JSON, steps: tuple[str, ...]) -> JSON:
    for step in steps:
        value = members(value).get(step)
    return value


def _with(value: JSON, steps: tuple[str, ...], text: str) -> JSON:
    if not steps:
        return text
    below = _with(members(value).get(steps[0]), steps[1:], text)
    return {**members(value), steps[0]: below}
