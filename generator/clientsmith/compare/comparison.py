"""The comparison of two packages, as a list of changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clientsmith.surface import Surface

from .beside import (
    errors_changed,
    events_changed,
    options_changed,
    options_renamed,
    readers_changed,
    servers_changed,
)
from .calls import Calls, pair_calls
from .changes import Change, Verdict
from .definitions import Definitions, pair_definitions, renamed
from .dictionaries import dictionaries_changed
from .failures import Failures, bodies_in
from .fitting import Fitting, names_in
from .packages import contents_changed, offers_changed, package_changed
from .sharing import with_shared
from .sudden import with_sudden


def compare(old: Surface, new: Surface) -> tuple[Change, ...]:
    """List what has changed for callers, by where they find it."""
    changes = with_shared(old, new, with_sudden(old, _changes(old, new)))
    found = {change.fingerprint: change for change in changes}
    if are_docs(found.values()):
        others = contents_changed(old, new, is_said=bool(found))
        found |= {change.fingerprint: change for change in others}
    return tuple(sorted(found.values(), key=_order))


def are_docs(changes: Iterable[Change]) -> bool:
    """Tell whether callers see nothing but other docs, or nothing at all."""
    return all(each.verdict is Verdict.DOCS for each in changes)


def _changes(old: Surface, new: Surface) -> Iterator[Change]:
    pairs = pair_definitions(old.definitions, new.definitions)
    before, after = names_in(old, renamed(pairs)), names_in(new)
    given, read = Fitting(before, after), Fitting(after, before, is_read=True)
    failures = Failures(read, bodies_in(old), bodies_in(new))
    calls = Calls(given, read, options_renamed(old, new), failures)
    yield from calls.compare(pair_calls(old, new))
    yield from dictionaries_changed(old, new)
    yield from Definitions(given, read).compare(pairs)
    yield from errors_changed(old, new, read)
    yield from events_changed(old, new, read)
    yield from readers_changed(old, new, read)
    yield from options_changed(old, new, given)
    yield from servers_changed(old, new)
    yield from package_changed(old, new)
    yield from offers_changed(old, new)


def _order(change: Change) -> tuple[str, str, str, str, str]:
    after = change.after.text if change.after else ""
    return change.place, change.subject, change.aspect, change.action, after
