"""Collects every file that a description refers to, and where each reference leads.

https://spec.openapis.org/oas/v3.2.0.html#openapi-description-structure
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from clientsmith.pointer import Pointer

from .files import Files
from .grammar import DESCRIPTION, MAPPING, SCHEMA, TEXT, Kind, kind_at
from .referral import Referral
from .resolution import Resolution
from .walk import Found, find_references

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from clientsmith.load.reading import JSON

    from .library import Library


class Closure(Struct, frozen=True):
    """The files of a description, what of them belongs to it, and its references.

    `entries` are the objects that references lead to, but those inside another.
    """

    files: Files
    referrals: dict[Pointer, Referral] = field(default_factory=dict[Pointer, Referral])
    entries: dict[Pointer, list[Kind]] = field(
        default_factory=dict[Pointer, list[Kind]],
    )


def collect(
    value: JSON,
    texts: Iterable[str],
    library: Library | None,
    left_out: Mapping[str, Collection[tuple[str, ...]]] | None = None,
) -> Closure:
    """Follow all references, from the root document on.

    `left_out` are the steps of what is to be left out of other files, by their names.
    """
    files = Files(library, left_out=left_out or {})
    files.add_root(value, texts)
    closure = Closure(files)
    _Collector(closure, Resolution(files)).run()
    return closure


class _Collector(Struct):
    closure: Closure
    resolution: Resolution
    _entered: set[tuple[Pointer, Kind]] = field(
        default_factory=set[tuple[Pointer, Kind]],
    )
    _pending: list[Found] = field(default_factory=list[Found])

    def run(self) -> None:
        """Follow what is found until nothing new is."""
        self._enter(Pointer(), DESCRIPTION)
        waiting: list[Found] = []
        while self._pending or waiting:
            while self._pending:
                found = self._pending.pop()
                if not self._follow(found, wait=True):
                    waiting.append(found)
            still = [found for found in waiting if not self._follow(found, wait=True)]
            waiting = sorted(still, key=lambda found: found.at, reverse=True)
            while waiting and not self._pending:
                self._follow(waiting.pop(), wait=False)

    def _follow(self, found: Found, *, wait: bool) -> bool:
        """Note where a reference leads, unless that has to wait; say which."""
        referral = self.resolution.resolve(found, wait=wait)
        if referral is None:
            return False
        self.closure.referrals[found.at] = referral
        if referral.target is not None:
            self._enter(
                referral.target, SCHEMA if found.kind == MAPPING else found.kind
            )
        return True

    def _enter(self, at: Pointer, kind: Kind) -> None:
        if (at, kind) in self._entered:
            return
        self._entered.add((at, kind))
        found = self.closure.files.value(at)
        if found is not None and kind != TEXT and not self._is_part(at, kind):
            self.closure.entries.setdefault(at, []).append(kind)
            self._pending += find_references(found[0], at, kind)

    def _is_part(self, at: Pointer, kind: Kind) -> bool:
        """Tell whether this is inside of something whose references are known."""
        return any(
            kind_at(known, at.steps[length:]) == kind
            for length in range(len(at.steps) + 1)
            for known in self.closure.entries.get(
                Pointer(at.file, at.steps[:length]), ()
            )
        )
