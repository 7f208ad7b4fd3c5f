"""Compares the packages that somebody has named, and says what has changed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from clientsmith.console import Console
from clientsmith.diagnostics import Exit
from clientsmith.load import Sources

from .selecting import stop_at

if TYPE_CHECKING:
    from clientsmith.approvals import Approvals
    from clientsmith.editions import Alone, Asked, Pair
    from clientsmith.editions.comparing import AnyEdition
    from clientsmith.reports import Reported, Where


class Compared(NamedTuple):
    """What was found of all targets, and how a run ends for those that are wrong."""

    reported: list[Reported]
    code: Exit


def compared(
    console: Console,
    words: tuple[str | None, str | None],
    names: Iterable[str],
    known: Approvals,
) -> Compared:
    """Compare what was named: two packages, or those of all targets.

    One that cannot be compared keeps no other from it.
    """
    from clientsmith.scratch import scratch

    with scratch() as folder:
        pairs = _pairs(console, words, names, folder.resolve())
        ends = [_reported(one, known) for one in pairs]
    wrong = [one for one in ends if isinstance(one, Exit)]
    return Compared([one for one in ends if not isinstance(one, Exit)], _end(wrong))


def _end(codes: Iterable[Exit]) -> Exit:
    return min(codes, default=Exit.OK)


def _pairs(
    console: Console,
    words: tuple[str | None, str | None],
    names: Iterable[str],
    scratch: Path,
) -> list[Pair | Alone]:
    from clientsmith.editions import pairs_asked

    outcome = pairs_asked(*words, names, Path.cwd(), scratch)
    if outcome.value is None:
        stop_at(console, outcome.diagnostics)
    console.report(outcome.diagnostics, Sources(()))
    return outcome.value or []


def _reported(one: Pair | Alone, known: Approvals) -> Reported | Exit:
    from clientsmith.editions import Pair

    if isinstance(one, Pair):
        return _compared(one, known)
    return _alone(one, known)


def _alone(one: Alone, known: Approvals) -> Reported:
    """Say that a package is gone, or new: nothing of it has to be compiled."""
    from clientsmith.compare import package_added, package_removed, thing_alone
    from clientsmith.reports import Locators, report

    say = package_removed if one.is_gone else package_added
    change, where = say(one.asked.target.package), _where(one.asked)
    return report(
        one.name,
        one.titles,
        [change],
        Locators(one.asked.place_of, one.asked.place_of),
        known.of(one.name),
        folder=one.asked.home,
        things={change.fingerprint: thing_alone(change)},
        where=(where, where),
    )


def _compared(pair: Pair, known: Approvals) -> Reported | Exit:
    """Compile both packages, and compare what callers see of them."""
    from clientsmith.compare import are_docs, compare, things
    from clientsmith.editions import editions_of, with_contents
    from clientsmith.reports import Locators, report

    old, new = editions_of(pair)
    if old.surface is None or new.surface is None:
        return _end([_wrong(pair.name, one) for one in (old, new) if not one.surface])
    changes = compare(old.surface, new.surface)
    if are_docs(changes):
        changes = compare(*with_contents(old, new))
    return report(
        pair.name,
        (pair.old.title, pair.new.title),
        changes,
        Locators(old.locate, new.locate, partial(new.locate_gone, older=old)),
        known.of(pair.name),
        _version(pair),
        pair.new.home,
        things(old.surface, new.surface, changes),
        (_where(pair.old), _where(pair.new)),
    )


def _where(asked: Asked) -> Where:
    """Say where the files of a package are looked at."""
    from clientsmith.editions import repository_of
    from clientsmith.reports import Where

    folder, checkout = asked.folder, asked.checkout
    if checkout:
        return Where(folder, checkout.folder, checkout.commit, is_here=False)
    repository = repository_of(folder)
    commit = repository.commit("HEAD") if repository else None
    return Where(folder, repository.root if repository else folder, commit or "HEAD")


def _version(pair: Pair) -> str | None:
    """Return the version that the older package has, if it is known."""
    target, before = pair.new.target, pair.old
    if before.found or not pair.new.configured:
        return before.found.version if before.found else None
    from clientsmith.emit.records import read_record
    from clientsmith.releases import SEMVER, earlier_at

    if target.version != SEMVER:
        return target.version
    if target.repository is not None:
        record = read_record(target.lock, target.name)
        return record.version if record else None
    revision = before.checkout.commit if before.checkout else "HEAD"
    earlier = earlier_at(before.out, before.target.package, revision).value
    return earlier.version if earlier else None


def _wrong(name: str, edition: AnyEdition) -> Exit:
    """Say why a package cannot be made or read, and how a run ends then."""
    problems, verb = edition.problems, "read" if edition.asked.found else "compiled"
    sys.stderr.write(f"{name}: {edition.asked.title} cannot be {verb}:\n")
    Console(quiet=True).report(problems, edition.places)
    return min((one.exit for one in problems), default=Exit.DOCUMENT)
