"""The Overlay Object: checked as a whole before anything is changed.

https://spec.openapis.org/overlay/v1.1.0.html#overlay-object
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clientsmith.diagnostics import Diagnostic, Outcome
from clientsmith.load.problems import problem
from clientsmith.pointer import Pointer

from .action import Action, Change, Copy, Overlay, Remove, Update
from .fields import ACTION, ACTION_1_0, INFO, OVERLAY, Fields, find_faults
from .target import find_syntax_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clientsmith.load.reading import JSON, Reading

_VERSION: Final = re.compile(r"1\.([01])\.\d+(?:-.+)?")


def read_overlay(reading: Reading) -> Outcome[Overlay]:
    """Check an overlay and read its actions."""
    at = Pointer(reading.passage.file)
    faults = list(find_faults(reading, at, reading.value, OVERLAY))
    match reading.value:
        case {"overlay": str(version), "info": info, "actions": list(actions)}:
            faults += _find_version_fault(reading, version)
            faults += find_faults(reading, at / "info", info, INFO)
            fields = ACTION_1_0 if version.startswith("1.0.") else ACTION
            faults += _find_action_faults(reading, at / "actions", actions, fields)
            read = tuple(_read_actions(at / "actions", actions))
            overlay = Overlay(reading, read, updates_values=fields is ACTION)
            return Outcome(None if faults else overlay, tuple(faults))
        case _:
            return Outcome(None, tuple(faults))


def _find_version_fault(reading: Reading, version: str) -> Iterator[Diagnostic]:
    if not _VERSION.fullmatch(version):
        at = reading.places.find(["overlay"]).position
        yield problem("overlay-version", at, version=version)


def _find_action_faults(
    reading: Reading,
    at: Pointer,
    actions: list[JSON],
    fields: Fields,
) -> Iterator[Diagnostic]:
    if not actions:
        here = reading.places.find(at.steps).position
        yield problem("overlay-actions-empty", here)
    for index, action in enumerate(actions):
        yield from find_faults(reading, at / index, action, fields)
        yield from _find_expression_faults(reading, at / index, action)
        if action in actions[:index]:
            here = reading.places.find((at / index).steps).position
            yield problem("overlay-action-repeated", here)


def _find_expression_faults(
    reading: Reading,
    at: Pointer,
    action: JSON,
) -> Iterator[Diagnostic]:
    for key in ("target", "copy"):
        match action:
            case dict() if isinstance(expression := action.get(key), str):
                if reason := find_syntax_fault(expression):
                    yield problem(
                        "overlay-target-invalid",
                        reading.places.find((at / key).steps).position,
                        expression=expression or "an empty text",
                        reason=reason,
                    )
            case _:
                pass


def _read_actions(at: Pointer, actions: list[JSON]) -> Iterator[Action]:
    for index, action in enumerate(actions):
        match action:
            case dict() if isinstance(target := action.get("target"), str):
                yield Action(at / index, target, _read_change(at / index, action))
            case _:
                pass


def _read_change(at: Pointer, action: dict[str, JSON]) -> Change | None:
    match action:
        case {"remove": True}:
            return Remove()
        case {"update": value}:
            return Update(value, at / "update")
        case {"copy": str(source)}:
            return Copy(source, at / "copy")
        case _:
            return None
