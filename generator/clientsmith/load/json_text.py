"""Reads JSON with the standard library, at its speed.

https://www.rfc-editor.org/rfc/rfc8259
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from clientsmith.diagnostics import Diagnostic, Note, Outcome

from .json_faults import (
    find_bad_number,
    find_depth,
    find_lone_surrogate,
    find_repeats,
)
from .json_places import JsonPlaces
from .nesting import DEEPEST, too_deep
from .problems import caution, problem
from .reading import JSON, Reading

if TYPE_CHECKING:
    from .passage import Passage


_ENDS = {"}": "object", "]": "array"}


def read_json(passage: Passage) -> Outcome[Reading]:
    """Read a JSON text; a repeated key is a warning, as the last one counts."""
    content = passage.content
    repeated: list[int] = []

    def build(pairs: list[tuple[str, JSON]]) -> JSON:
        members = dict(pairs)
        if len(members) != len(pairs):
            repeated.append(len(pairs))
        return members

    try:
        value: JSON = json.loads(
            content,
            object_pairs_hook=build,
            parse_float=_finite,
            parse_constant=_finite,
        )
    except json.JSONDecodeError as fault:
        return Outcome(None, (_syntax(passage, fault),))
    except RecursionError:
        return Outcome(None, (_depth(passage),))
    except ValueError:
        return Outcome(None, (_number(passage),))
    if diagnostic := _unfit(passage, value):
        return Outcome(None, (diagnostic,))
    warnings = tuple(_repeats(passage)) if repeated else ()
    return Outcome(Reading(value, passage, JsonPlaces(passage)), warnings)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _unfit(passage: Passage, value: JSON) -> Diagnostic | None:
    lone = find_lone_surrogate(passage.content)
    if lone:
        at = passage.position(lone.start())
        return problem("json-surrogate", at, escape=lone["lone"])
    return _depth(passage) if too_deep(value) else None


def _depth(passage: Passage) -> Diagnostic:
    at = passage.position(find_depth(passage.content, DEEPEST))
    return problem("document-too-deep", at, limit=DEEPEST)


def _syntax(passage: Passage, fault: json.JSONDecodeError) -> Diagnostic:
    end = len(passage.content.rstrip())
    if fault.pos >= end or fault.msg.startswith("Unterminated string"):
        return problem("json-truncated", passage.position(end))
    at, reason = fault.pos, fault.msg[:1].lower() + fault.msg[1:].removesuffix(" at")
    before = passage.content[:at].rstrip()
    if before.endswith(",") and passage.content[at] in _ENDS:
        # Python 3.13 says it like this; older versions complain of what follows.
        whole = _ENDS[passage.content[at]]
        at, reason = len(before) - 1, f"illegal trailing comma before end of {whole}"
    return problem("json-syntax", passage.position(at), reason=reason)


def _number(passage: Passage) -> Diagnostic:
    token = find_bad_number(passage.content)
    at = passage.position(token.start() if token else 0)
    number = token["number"] if token else ""
    if number.lstrip("-").isdigit():
        return problem("number-too-long", at, digits=len(number.lstrip("-")))
    return problem("number-not-finite", at, number=number)


def _repeats(passage: Passage) -> list[Diagnostic]:
    return [
        caution(
            "json-duplicate-key",
            passage.position(repeat.again),
            (Note("first here", passage.position(repeat.first)),),
            key=repeat.key,
        )
        for repeat in find_repeats(passage.content)
    ]
