"""What a commit is called: what changes by it, and not by those that it is on top of.

https://git-scm.com/docs/git-commit#_discussion
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from clientsmith.compare import Change, Verdict, grouped, likeness
from clientsmith.releases import Settled, changes_since
from clientsmith.reports.others import with_others
from clientsmith.reports.words import happened, headline

_LONGEST: Final = 72
"""As many characters of a title are shown in one line."""
_WORDS: Final = {Verdict.BREAKING: "breaking", Verdict.COMPATIBLE: "compatible"}


def with_step(title: str, settled: Settled) -> str:
    """Say in the title of a change what one commit changes for callers."""
    listed = grouped(_step(settled), likeness)
    named = f"{title}: {_named(listed[0])}" if len(listed) == 1 else ""
    is_short = 0 < len(named) <= _LONGEST
    return named if is_short else f"{title}: {_counted(some[0] for some in listed)}"


def _step(settled: Settled) -> Iterable[Change]:
    """List what changes for those who have what the commit is on top of."""
    if settled.there is None:
        return settled.changes or ()
    return changes_since(settled.there, settled.release.surface)


def _named(alike: Sequence[Change]) -> str:
    match alike[0]:
        case Change(subject="package") as change:
            said = happened(change)
        case Change(action="added" | "removed" as action):
            said = f"{with_others(alike)} {action}"
        case _:
            said = headline(*alike)
    return " ".join(said.split())


def _counted(changes: Iterable[Change]) -> str:
    """Count the changes of each verdict; what only docs say, where all do."""
    counts = Counter(each.verdict for each in changes)
    said = ", ".join(_each(counts))
    docs = counts[Verdict.DOCS]
    if not said and docs:
        return f"{docs} change{'s' * (docs > 1)} in docs"
    return said or "nothing changes for callers"


def _each(counts: Counter[Verdict]) -> Iterator[str]:
    for verdict, word in _WORDS.items():
        if count := counts[verdict]:
            yield f"{count} {word} change{'s' * (count > 1)}"
