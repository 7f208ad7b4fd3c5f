"""Leaves out the operations that nobody wants.

An operation is taken if it fits every key of `include`, and no key of `exclude`.
What is left out is gone before it is looked at, so that nothing in it can be wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from msgspec import Struct, field

from clientsmith.diagnostics import Diagnostic, Exit, Note, error, warning
from clientsmith.load.references.grammar import ADDITIONAL, METHODS
from clientsmith.pointer import Pointer

from .choice import Choice, Operation, as_object, said_of

if TYPE_CHECKING:
    from clientsmith.load.overlay import Draft
    from clientsmith.load.reading import JSON
    from clientsmith.load.references import Closure

HOLDERS = ("paths", "webhooks", "x-webhooks")
"""Where a description has path items that are not shared."""


class Selected(Struct):
    """What was left out: by method and path, and in files beside the description."""

    excluded: list[str] = field(default_factory=list[str])
    edits: dict[str, list[tuple[str, ...]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """The steps of what is to be left out of each other file."""
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])


class _Site(Struct, frozen=True):
    """An operation, where it stands, and the entry that leads to it."""

    operation: Operation
    at: Pointer
    entry: tuple[str, str]


def select(
    draft: Draft, closure: Closure, include: Choice | None, exclude: Choice | None
) -> Selected:
    """Take what is not wanted out of a draft, and say what was left out."""
    used: set[tuple[Pointer, str, str]] = set()
    verdicts = [
        (site, _is_wanted(site.operation, include, exclude, used))
        for site in _sites(draft, closure)
    ]
    entries = {site.entry for site, is_wanted in verdicts if is_wanted}
    places = {site.at for site, is_wanted in verdicts if is_wanted}
    selected = Selected()
    for site, is_wanted in verdicts:
        if is_wanted:
            continue
        if site.entry not in entries:
            selected.excluded.append(site.operation.name)
        elif site.at in places:
            choice = exclude or include
            selected.diagnostics.append(_shared(choice, site))
        else:
            selected.excluded.append(site.operation.name)
            _take_out(draft, site.at, selected)
    for entry in {site.entry for site, _ in verdicts} - entries:
        draft.remove(entry)
    choices = [choice for choice in (include, exclude) if choice]
    operations = [site.operation for site, _ in verdicts]
    selected.diagnostics += _unused(choices, used, operations)
    if verdicts and not entries:
        selected.diagnostics.append(_empty(choices[0]))
    return selected


def _sites(draft: Draft, closure: Closure) -> Iterator[_Site]:
    root = as_object(draft.value)
    for holder in HOLDERS:
        for path in as_object(root.get(holder)):
            entry = (holder, path)
            for item, at in _items(closure, Pointer(steps=entry)):
                for method, value, place in operations_in(item, at):
                    yield _Site(Operation(path, method, value, item), place, entry)


def _items(
    closure: Closure, at: Pointer
) -> Iterator[tuple[Mapping[str, JSON], Pointer]]:
    """Yield a path item, and those that it refers to."""
    seen: set[Pointer] = set()
    pending: Pointer | None = at
    while pending is not None and pending not in seen:
        seen.add(pending)
        found = closure.files.value(pending)
        yield as_object(found[0] if found else None), pending
        referral = closure.referrals.get(pending / "$ref")
        pending = referral.target if referral else None


def operations_in(
    item: Mapping[str, JSON], at: Pointer
) -> Iterator[tuple[str, Mapping[str, JSON], Pointer]]:
    """Yield the operations of a path item: method, value and place."""
    for method in METHODS:
        if isinstance(item.get(method), dict):
            yield method.upper(), as_object(item[method]), at / method
    for method, value in as_object(item.get(ADDITIONAL)).items():
        yield method, as_object(value), at / ADDITIONAL / method


def _is_wanted(
    operation: Operation,
    include: Choice | None,
    exclude: Choice | None,
    used: set[tuple[Pointer, str, str]],
) -> bool:
    """Judge an operation, and note what in the choices was of use."""
    answers = {
        choice: choice.answers(operation) for choice in (include, exclude) if choice
    }
    for choice, found in answers.items():
        used |= {
            (choice.origin, key, each) for key, fits in found.items() for each in fits
        }
    is_in = not include or all(answers[include].values())
    return is_in and not (exclude and any(answers[exclude].values()))


def _take_out(draft: Draft, at: Pointer, selected: Selected) -> None:
    if at.file:
        selected.edits[at.file].append(at.steps)
    else:
        draft.remove(at.steps)


def _unused(
    choices: Iterable[Choice],
    used: Container[tuple[Pointer, str, str]],
    operations: Sequence[Operation],
) -> Iterator[Diagnostic]:
    for choice in choices:
        for key, value in choice.values:
            if (choice.origin, key, value) not in used:
                yield warning(
                    "selection-unused",
                    f"no operation fits `{value}` of `{key}`",
                    choice.origin / key,
                    hint=_nearest(key, value, operations),
                    exit=Exit.USAGE,
                )


def _nearest(key: str, value: str, operations: Iterable[Operation]) -> str:
    """Say what the description has that is almost it, whatever the case."""
    known = {each.casefold(): each for one in operations for each in said_of(one, key)}
    near = get_close_matches(value.casefold(), sorted(known), n=1)
    return f"did you mean `{known[near[0]]}`?" if near else "mend it, or remove it"


def _empty(choice: Choice) -> Diagnostic:
    return error(
        "selection-empty",
        "no operation is left",
        choice.origin,
        hint="`include` takes what fits all of its keys, "
        "`exclude` drops what fits one of its",
        exit=Exit.USAGE,
    )


def _shared(choice: Choice | None, site: _Site) -> Diagnostic:
    return warning(
        "selection-shared",
        f"`{site.operation.name}` stays: another path has the same operation",
        choice.origin if choice else None,
        hint="leave out the other one as well, or cut them apart with an overlay",
        notes=(Note("the operation", site.at),),
        exit=Exit.USAGE,
    )
