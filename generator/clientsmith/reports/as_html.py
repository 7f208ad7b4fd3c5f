"""What has changed, as a page for a browser that asks for nothing else.

https://html.spec.whatwg.org/multipage/sections.html
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from clientsmith.compare import Kind, Thing, Verdict

from .findings import LEVELS, Reported, Together, order, together
from .html_changes import Changes
from .html_parts import (
    Choice,
    Count,
    LongSignature,
    Overview,
    Page,
    Row,
    Section,
    TargetPart,
    ThingPart,
)
from .html_templates import asset, joined, policy, written
from .links import Links
from .marking import Line, folded, lines_marked
from .overview import HEAD, overview
from .text import summary

Held: TypeAlias = tuple[Thing, list[Together]]
"""A thing, and its changes; what others share with it is said of the first."""

_GROUPS: tuple[Kind, ...] = (
    "packages",
    "calls",
    "clients",
    "models",
    "params",
    "webhooks",
    "errors",
)
"""As they stand in the page: what is called first, and then what it is made of."""
_WORDS = {"breaking": "breaking", "compatible": "compatible", "docs": "in docs"}
_LONG = 16
"""Signatures of more lines are shown when somebody asks for them."""


def as_html(reported: Sequence[Reported], links: Links) -> str:
    """Write a page of all targets."""
    style, script = asset("page.css"), asset("page.js")
    parts = [_target(one, index, links) for index, one in enumerate(reported, 1)]
    found = [each for one in reported for each in together(one.found)]
    page = Page(
        policy=policy(style, script),
        title=_title(reported),
        style=style,
        script=script,
        total=_many(len(found)),
        verdicts=tuple(_verdicts(found)),
        subjects=tuple(_subjects(found)),
        targets=tuple(parts),
        body=joined([*_overviews(reported), *parts]),
    )
    return written(page)


def _overviews(reported: Sequence[Reported]) -> Iterator[Overview]:
    """Write a table of several targets."""
    if len(reported) > 1:
        rows = (
            Row(_anchor(index), name, tuple(cells))
            for index, (name, *cells) in enumerate(map(overview, reported), 1)
        )
        yield Overview(HEAD, tuple(rows))


def _anchor(index: int) -> str:
    return f"target-{index}"


def _title(reported: Sequence[Reported]) -> str:
    names = ", ".join(one.name for one in reported)
    return f"{names}: what changes for callers" if names else "What changes for callers"


def _many(count: int) -> str:
    return f"{count:,} {'change' if count == 1 else 'changes'}"


def _verdicts(found: Iterable[Together]) -> Iterator[Choice]:
    counted = Counter(each.first.change.verdict.value for each in found)
    for level in LEVELS:
        if counted[level]:
            yield Choice("verdict", level, level, f"{counted[level]:,}")


def _subjects(found: Iterable[Together]) -> Iterator[Choice]:
    counted = Counter(each.first.change.subject for each in found)
    for subject, count in sorted(counted.items()):
        yield Choice("subject", subject, subject, f"{count:,}")


def _target(reported: Reported, index: int, links: Links) -> TargetPart:
    return TargetPart(
        anchor=_anchor(index),
        name=reported.name,
        old=reported.old,
        new=reported.new,
        counts=tuple(_counts(reported)),
        nothing=() if reported.found else (summary(reported),),
        sections=tuple(_sections(reported, f"t{index}", links)),
    )


def _counts(reported: Reported) -> Iterator[Count]:
    """Count the changes, and say which version they ask for."""
    if reported.found:
        for verdict in Verdict:
            edits, places = len(reported.together(verdict)), len(reported.of(verdict))
            more = f" in {places:,} places" if places > edits else ""
            yield Count(f"{edits:,}", f"{_WORDS[verdict.value]}{more}")
        later, part = reported.next, reported.bump
        old = f"{part} version, after {reported.version}"
        yield Count(later, old) if later else Count(part, "version")


def _sections(reported: Reported, prefix: str, links: Links) -> Iterator[Section]:
    """Group things by where callers find them."""
    changes = Changes(reported, prefix, links)
    ordered = sorted(_by_thing(reported).items(), key=_place)
    for index, (_, group) in enumerate(groupby(ordered, key=_group), 1):
        yield _section([*group], f"{prefix}-{index}", changes)


def _by_thing(reported: Reported) -> dict[Thing, list[Together]]:
    by_thing: dict[Thing, list[Together]] = {}
    for each in together(reported.found):
        thing = reported.things[each.first.change.fingerprint]
        by_thing.setdefault(thing, []).append(each)
    return by_thing


def _section(held: list[Held], anchor: str, changes: Changes) -> Section:
    """Show those things first whose changes are the gravest."""
    found = [each for _, some in held for each in some]
    things = (
        _thing(thing, some, f"{anchor}-{number}", changes)
        for number, (thing, some) in enumerate(sorted(held, key=_grave), 1)
    )
    return Section(
        anchor=anchor,
        name=_name(held[0][0]),
        counts=_counted(found),
        short=_short(found),
        things=joined(things),
    )


def _group(held: Held) -> tuple[int, str]:
    return _GROUPS.index(held[0].kind), held[0].group


def _place(held: Held) -> tuple[tuple[int, str], str]:
    return _group(held), held[0].name


def _grave(held: Held) -> tuple[int, bool, tuple[int, int]]:
    """Order things by the gravest of their changes; names are in order already."""
    return min(map(order, held[1]))


def _name(thing: Thing) -> str:
    return "Client" if thing.kind == "clients" else thing.group


def _counted(found: Iterable[Together]) -> str:
    counted = Counter(each.first.change.verdict for each in found)
    return ", ".join(
        f"{counted[verdict]:,} {_WORDS[verdict.value]}"
        for verdict in Verdict
        if counted[verdict]
    )


def _short(found: Sequence[Together]) -> str:
    """Say in the contents how many there are, and how many of them break code."""
    breaking = sum(each.first.change.verdict is Verdict.BREAKING for each in found)
    told = f"{breaking:,} breaking" if breaking else ""
    both = (f"{len(found):,}" if breaking < len(found) else "", told)
    return ", ".join(filter(None, both))


def _thing(
    thing: Thing, found: Iterable[Together], anchor: str, changes: Changes
) -> ThingPart:
    holder, dot, name = thing.name.rpartition(".")
    if thing.kind == "webhooks":
        holder, dot, name = "", "", thing.name
    lines = _signature(thing)
    is_long = len(lines) > _LONG
    return ThingPart(
        anchor=anchor,
        holder=f"{holder}{dot}",
        name=name,
        signature=(lines,) if lines and not is_long else (),
        long=(LongSignature(f"{len(lines)} lines", lines),) if is_long else (),
        changes=joined(map(changes.part, sorted(found, key=order))),
    )


def _signature(thing: Thing) -> tuple[Line, ...]:
    """Write what is different of a signature, with what is around it."""
    if thing.before == thing.after:
        return ()
    return folded(lines_marked(thing.before, thing.after))
