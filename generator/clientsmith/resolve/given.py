"""Names that somebody has set: in the document, or in the configuration.

A name with a capital is that of a class, another one of an attribute or argument;
that of an operation may say where it is found: `chat.completions.create`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from clientsmith.diagnostics import Diagnostic, Exit, error
from clientsmith.load import JSON
from clientsmith.pointer import Pointer, parse_reference

from .description import Description
from .values import items, members

EXTENSION = "x-clientsmith-name"


def given_names(
    description: Description,
    configured: Mapping[str, str],
    place: Pointer,
) -> tuple[dict[Pointer, str], list[Diagnostic]]:
    """Return the names that are set, by pointer; the configuration overrules.

    References are those of the document as it was written; `place` is where the
    configuration has its names.
    """
    names: dict[Pointer, str] = {}
    for file, value in description.values.items():
        if _is_used(value):
            names |= _in_document(value, Pointer(file))
    problems: list[Diagnostic] = []
    for reference, name in configured.items():
        at = description.moves.destination(parse_reference(reference))
        problem = _missing(description.values.get(at.file), at, place / reference)
        if problem:
            problems.append(problem)
        else:
            names[at] = name
    return names, problems


def places_of_names(
    description: Description, configured: Mapping[str, str], place: Pointer
) -> dict[Pointer, Pointer]:
    """Say where the configuration gives its names, by what they are given to."""
    return {
        description.moves.destination(parse_reference(reference)): place / reference
        for reference in configured
    }


def _is_used(value: JSON) -> bool:
    """Tell whether any object says its name; few documents do."""
    pending = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            if EXTENSION in one:
                return True
            pending += [each for each in one.values() if isinstance(each, dict | list)]
        elif isinstance(one, list):
            pending += one
    return False


def _in_document(value: JSON, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    name = members(value).get(EXTENSION)
    if isinstance(name, str):
        yield at, name
    for key, each in members(value).items():
        yield from _in_document(each, at / key)
    for index, each in enumerate(items(value)):
        yield from _in_document(each, at / index)


def _missing(value: JSON | None, at: Pointer, said: Pointer) -> Diagnostic | None:
    """Say where a pointer stops leading anywhere, and what is near."""
    reference = said.last
    for step in at.steps:
        below = members(value)
        listed = items(value)
        if step.isdecimal() and int(step) < len(listed):
            value = listed[int(step)]
        elif step in below:
            value = below[step]
        else:
            near = get_close_matches(step, below, n=1)
            hint = f"did you mean `{near[0]}`?" if near else "remove it"
            message = f"`{reference}` in `names` leads nowhere: there is no `{step}`"
            return error("name-unknown", message, said, hint=hint, exit=Exit.USAGE)
    return None
