"""Has an object of Python say what it describes, in an interpreter of its own.

What an application prints, raises or ends with stays there; what it describes is the
same each time, whatever the hash seed.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, Final, cast

from clientsmith.diagnostics import Diagnostic, Exit, Note, Outcome, Position, error

from . import probe
from .processes import Ended, run

_ENVIRONMENT: Final = {"PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"}


def describe(name: str, folder: Path, at: Position | None) -> Outcome[bytes]:
    """Return the JSON text of what an object describes."""
    program = str(probe.__file__)
    words = (sys.executable, "-P", program, str(folder.absolute()), name)
    ended = run(words, folder, {**os.environ, **_ENVIRONMENT})
    if isinstance(ended, str):
        return Outcome(None, (_problem(name, ended, at),))
    answer = _answer(ended)
    if "description" not in answer:
        return Outcome(None, (_wrong(name, ended, answer, at),))
    text = json.dumps(answer["description"], indent=2, ensure_ascii=False)
    return Outcome(f"{text}\n".encode())


def _answer(ended: Ended) -> dict[str, Any]:
    """Read what the probe has said; an application may end it before that."""
    try:
        return cast("dict[str, Any]", json.loads(ended.output))
    except (ValueError, RecursionError):
        return {}


def _wrong(
    name: str, ended: Ended, answer: dict[str, Any], at: Position | None
) -> Diagnostic:
    reason = answer.get("wrong") or f"it ended the interpreter with {ended.code}"
    place = answer.get("at")
    notes = (Note("raised here", Position(place[0], place[1], 1)),) if place else ()
    if not answer and ended.last_words:
        notes = (Note(ended.last_words),)
    return _problem(name, reason, at, notes)


def _problem(
    name: str, reason: str, at: Position | None, notes: tuple[Note, ...] = ()
) -> Diagnostic:
    hint = "import it with the Python that runs clientsmith, in the folder of the "
    return error(
        "source-object",
        f"`{name}` gives no description: {reason}",
        at,
        notes=notes,
        hint=f"{hint}configuration; for another Python write `command = […]`",
        exit=Exit.NETWORK,
    )
