"""Runs in an interpreter of its own: makes a description of an object, as JSON.

`probe.py FOLDER MODULE:ATTRIBUTE` writes one JSON object to the standard output that
it was given: the `description`, or what was `wrong` and where. What the application
prints goes to standard error, and nothing here is imported from clientsmith.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any, Final, cast

_STEPS: Final = 3
"""A factory gives an application, whose method gives a description."""


class UnfitError(Exception):
    """The object is no description and makes none."""


def main(folder: str, name: str) -> None:
    """Write what the object with a name describes."""
    output = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.path.insert(0, folder)
    try:
        answer = {"description": _described(_found(name))}
        text = json.dumps(answer, indent=2, ensure_ascii=False, allow_nan=False)
        text.encode()
    except BaseException as fault:  # noqa: BLE001 - also what ends an application
        text = json.dumps({"wrong": _told(fault), "at": _place(fault, folder)})
    with output:
        output.write(text)


def _found(name: str) -> Any:
    """Import a module, and follow the attributes."""
    module, _, attributes = name.partition(":")
    found = import_module(module)
    for attribute in attributes.split("."):
        found = getattr(found, attribute)
    return found


def _described(found: Any) -> dict[str, Any]:
    """Return a description, or what makes one makes."""
    for _ in range(_STEPS):
        found = getattr(found, "openapi", found)
        if isinstance(found, dict):
            return cast("dict[str, Any]", found)
        if not callable(found):
            break
        found = found()
    raise UnfitError(f"{type(found).__name__} is no dictionary and has no `openapi()`")


def _told(fault: BaseException) -> str:
    if isinstance(fault, UnfitError):
        return str(fault)
    return f"{type(fault).__name__}: {fault}".removesuffix(": ")


def _place(fault: BaseException, folder: str) -> list[Any] | None:
    """Find the innermost line of the project that a fault went through."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = [(frame.filename, frame.lineno) for frame in reversed(frames)]
    if isinstance(fault, SyntaxError):
        places.insert(0, (fault.filename or "", fault.lineno))
    for file, line in places:
        path = os.path.relpath(file, folder) if Path(file).is_file() else ".."
        if not path.startswith("..") and "site-packages" not in path:
            return [path.replace(os.sep, "/"), line or 1]
    return None


if __name__ == "__main__":
    main(*sys.argv[1:])
