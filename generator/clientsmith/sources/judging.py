"""Makes one text of those that were drawn, if they are a description.

What came whole stays byte by byte as it is published; several are merged.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from clientsmith.diagnostics import Diagnostic, Outcome, error
from clientsmith.load import Source
from clientsmith.load.decode import decode
from clientsmith.load.merging import merge_files
from clientsmith.load.reading import JSON, Reading
from clientsmith.load.text import read_text

_BEGINNINGS = ("openapi", "swagger", "overlay")
_CONTENT = ("paths", "webhooks", "components", "definitions")
"""What a description has at least one of."""


def judged(texts: Sequence[Source]) -> Outcome[bytes]:
    """Return what is to be written, or what is wrong with the texts."""
    outcomes = [_read(text) for text in texts]
    readings = [each.value for each in outcomes if each.value]
    problems = tuple(problem for each in outcomes for problem in each.diagnostics)
    if len(readings) < len(texts):
        return Outcome(None, problems)
    merged = Outcome(readings[0]) if len(texts) == 1 else merge_files(readings)
    if merged.value is None:
        return Outcome(None, merged.diagnostics)
    if not _is_whole(merged.value.value):
        return Outcome(None, (_cut(readings[0]),))
    if len(texts) == 1:
        return Outcome(texts[0].text)
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
    if not isinstance(value, dict) or value.keys().isdisjoint(_BEGINNINGS):
        return Outcome(None, (_foreign(read.value),))
    return Outcome(read.value)


def _is_whole(value: JSON) -> bool:
    """Tell whether there is what a description or an overlay cannot be without.

    YAML that was cut off is often YAML; it has fewer keys, or a text for an object.
    """
    if not isinstance(value, dict):
        return False
    if "overlay" in value:
        return isinstance(value.get("actions"), list)
    said = [value[key] for key in _CONTENT if key in value]
    is_right = all(isinstance(each, dict) for each in said)
    return isinstance(value.get("info"), dict) and bool(said) and is_right


def _foreign(reading: Reading) -> Diagnostic:
    return error(
        "source-foreign",
        "this is no OpenAPI description: it has neither `openapi` nor `swagger`",
        reading.places.find(()).position,
        hint="the answer may be the message of an error; look at what is there",
    )


def _cut(reading: Reading) -> Diagnostic:
    return error(
        "source-cut",
        "this is not a whole description: `info`, or what the API has, is not there",
        reading.places.find(()).position,
        hint="it may have been cut off; look at what is there",
    )
