"""Patches: single values of a description that are known to be wrong.

Unlike an action of an overlay, a patch says what it expects to find, so that it
speaks up when the description moves on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Exit, Note, error, warning
from clientsmith.load.kinds import same
from clientsmith.load.overlay.draft import ArrayDraft, Draft, ObjectDraft, Step
from clientsmith.load.reading import JSON
from clientsmith.load.references.files import child
from clientsmith.load.resembling import misspelt, resembled
from clientsmith.pointer import Pointer


class _Absent(Enum):
    ABSENT = "absent"


ABSENT: Final = _Absent.ABSENT
"""Stands for a value that is not there, since null is a value."""

Value: TypeAlias = "JSON | Literal[_Absent.ABSENT]"


class Patch(Struct, frozen=True, kw_only=True):
    """What is put in place of one value.

    `value` is `ABSENT` where the value is removed, and `expect` where a patch does
    not say what it replaces. `origin` is where the configuration has the patch.
    """

    at: Pointer
    value: Value
    expect: Value = ABSENT
    reason: str
    origin: Pointer

    @property
    def verb(self) -> str:
        """The key that says what it does."""
        return "remove" if self.value is ABSENT else "set"


def apply_patches(draft: Draft, patches: Iterable[Patch]) -> list[Diagnostic]:
    """Apply patches in their order; one that does not fit is an error."""
    return [each for patch in patches for each in _apply(draft, patch)]


def _apply(draft: Draft, patch: Patch) -> Iterator[Diagnostic]:
    holder = _value(draft.value, patch.at.steps[:-1]) if patch.at.steps else None
    if holder is None or not isinstance(holder[0], dict | list):
        yield _unfit(patch, f"`{patch.at.parent}` is nothing that could hold it")
        return
    found = _value(draft.value, patch.at.steps)
    current: Value = found[0] if found else ABSENT
    if _is_same(current, patch.value):
        yield _unnecessary(patch)
    elif patch.expect is not ABSENT and not _is_same(current, patch.expect):
        yield _unfit(patch, f"it expects {shown(patch.expect)}, not {shown(current)}")
    elif isinstance(holder[0], list) and current is ABSENT and patch.at.last != "-":
        length = len(holder[0])
        yield _unfit(patch, f"`{patch.at.parent}` has {length} items; `-` adds one")
    else:
        yield from _slip(patch, holder[0], current)
        _put(draft, patch)


def _slip(patch: Patch, holder: JSON, current: Value) -> Iterator[Diagnostic]:
    """Say that a patch adds a key of almost the same name as another one."""
    if current is ABSENT and isinstance(holder, dict):
        key = patch.at.last
        if near := resembled(key, holder):
            yield misspelt(key, near, patch.origin / "at")


def _value(value: JSON, steps: Sequence[str]) -> tuple[JSON] | None:
    found = (value,)
    for step in steps:
        below = child(found[0], step)
        if below is None:
            return None
        found = below
    return found


def _put(draft: Draft, patch: Patch) -> None:
    location = _location(draft, patch.at.steps)
    if patch.value is ABSENT:
        draft.remove(location, patch.origin / patch.verb)
    elif patch.at.last == "-" and isinstance(
        items := draft.open(location[:-1]), ArrayDraft
    ):
        items.append(patch.value, patch.origin / patch.verb)
    elif isinstance(holder := draft.open(location[:-1]), ObjectDraft):
        holder.put(patch.at.last, patch.value, patch.origin / patch.verb)
    else:
        draft.replace(location, patch.value, patch.origin / patch.verb)


def _location(draft: Draft, steps: Sequence[str]) -> list[Step]:
    """Spell steps as a draft wants them: items by their number."""
    location: list[Step] = []
    value = draft.value
    for step in steps:
        is_item = isinstance(value, list) and step.isdecimal()
        location.append(int(step) if is_item else step)
        value = (child(value, step) or (None,))[0]
    return location


def _is_same(one: Value, other: Value) -> bool:
    if one is ABSENT or other is ABSENT:
        return one is other
    return same(one, other)


def shown(value: Value) -> str:
    """Show a value in a message, not all of a large one."""
    if value is ABSENT:
        return "nothing"
    import json

    text = json.dumps(value, ensure_ascii=False)
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}`"


_LONGEST = 60


def _unfit(patch: Patch, why: str) -> Diagnostic:
    return error(
        "patch-unfit",
        f"the patch of `{patch.at}` no longer applies: {why}",
        patch.origin,
        hint="see what changed there, and mend the patch or remove it",
        notes=(
            Note(f"it is there because: {patch.reason}"),
            Note("it is for", patch.at),
        ),
        exit=Exit.USAGE,
    )


def _unnecessary(patch: Patch) -> Diagnostic:
    return warning(
        "patch-unnecessary",
        f"the patch of `{patch.at}` changes nothing: the description says so itself",
        patch.origin,
        hint="remove the patch",
        notes=(Note(f"it was there because: {patch.reason}"),),
        exit=Exit.USAGE,
    )
