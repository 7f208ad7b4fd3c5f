"""Makes one text of those that were drawn, if they are a description.

What came whole stays byte by byte as it is published; several are merged.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from clientsmith.diagnostics import Diagnostic, Outcome, error
from clientsmith.load import Source
from clientsmith.load.decode import decode
from clientsmith.load.markdown_parts import merge_parts
from clientsmith.load.reading import Reading
from clientsmith.load.text import read_text

_BEGINNINGS = ("openapi", "swagger", "overlay")


def judged(texts: Sequence[Source]) -> Outcome[bytes]:
    """Return what is to be written, or what is wrong with the texts."""
    outcomes = [_read(text) for text in texts]
    readings = [each.value for each in outcomes if each.value]
    problems = tuple(problem for each in outcomes for problem in each.diagnostics)
    if len(readings) < len(texts):
        return Outcome(None, problems)
    if len(texts) == 1:
        return Outcome(texts[0].text)
    merged = merge_parts(readings[0].passage, readings)
    if merged.value is None:
        return Outcome(None, merged.diagnostics)
    text = json.dumps(merged.value.value, indent=2, ensure_ascii=False)
    return Outcome(f"{text}\n".encode())


def _read(text: Source) -> Outcome[Reading]:
    """Read a text into a description; what is wrong inside of it comes later."""
    decoded = decode(text)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    read = read_text(decoded.value)
    if read.value is None:
        return read
    value = read.value.value
    if isinstance(value, dict) and not value.keys().isdisjoint(_BEGINNINGS):
        return Outcome(read.value)
    return Outcome(None, (_foreign(read.value),))


def _foreign(reading: Reading) -> Diagnostic:
    return error(
        "source-foreign",
        "this is no OpenAPI description: it has neither `openapi` nor `swagger`",
        reading.places.find(()).position,
        hint="the answer may be the message of an error; look at what is there",
    )
