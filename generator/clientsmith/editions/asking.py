"""Which packages are to be compared: two descriptions, or targets of two revisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Outcome, Severity

from .asked import Alone, Asked, Pair
from .configured import Configured, title_of
from .pairing import pair_targets
from .problems import no_target, nothing_there
from .repository import repository_of
from .single import Single
from .words import File, Generated, Kept, Named, Revision, WorkTree, read_word


class _Asker(Struct):
    """Finds what is asked for on both sides."""

    configured: Configured
    names: frozenset[str]

    def pairs(self, old: Named, new: Named) -> list[Pair | Alone]:
        """Pair targets by what callers know of them, or two descriptions."""
        whole = (WorkTree, Revision)
        if isinstance(old, whole) and isinstance(new, whole):
            return self._targets(old, new)
        mine, other = self._both(old, new)
        if mine is None or other is None:
            return []
        if mine.leads and not other.leads:
            other = _borrowed(other, mine)
        if other.leads and not mine.leads:
            mine = _borrowed(mine, other)
        return [Pair(other.target.name, mine, other)]

    def _both(self, old: Named, new: Named) -> tuple[Asked | None, Asked | None]:
        """Find both, packages first: they say which target of several is meant."""
        single = Single(self.configured, self.names)
        later = single.find(new, "")
        before = single.find(old, _package_of(later))
        if before and before.found and later and not later.found:
            later = single.find(new, _package_of(before))
        return before, later

    def _targets(
        self, old: WorkTree | Revision, new: WorkTree | Revision
    ) -> list[Pair | Alone]:
        before, after = self.configured.targets(old), self.configured.targets(new)
        unknown = self.names - {*before, *after}
        if unknown:
            self.configured.problems.append(no_target(min(unknown), [*after]))
        listed = _paired(before, after, (title_of(old), title_of(new)))
        return [one for one in listed if self._is_wanted(one)]

    def _is_wanted(self, one: Pair | Alone) -> bool:
        """Tell whether a target was asked for, by its name now or before."""
        return not self.names or not self.names.isdisjoint(one.names)


def pairs_asked(
    old: str | None, new: str | None, names: Iterable[str], here: Path, scratch: Path
) -> Outcome[list[Pair | Alone]]:
    """Read what is to be compared; without words, what the work tree has changed."""
    repository = repository_of(here)
    problems: list[Diagnostic] = []
    words = (old or "HEAD", new)
    named: list[Named] = []
    for word in words:
        read = WorkTree() if word is None else read_word(word, here, repository)
        if read is None:
            problems.append(nothing_there(word or "", repository))
        else:
            named.append(read)
    if problems:
        return Outcome(None, tuple(problems))
    before, after = named
    if new is None and isinstance(before, Kept):
        path = before.path
        after = Generated(path) if path.is_dir() else File(path)
    configured = Configured(here, scratch, problems)
    pairs = _Asker(configured, frozenset(names)).pairs(before, after)
    failed = any(each.severity is Severity.ERROR for each in problems)
    return Outcome(None if failed else pairs, tuple(problems))


def _paired(
    before: Mapping[str, Asked], after: Mapping[str, Asked], titles: tuple[str, str]
) -> list[Pair | Alone]:
    """Pair targets, in the order of the newer ones; those that are gone are last."""
    found = pair_targets(before.values(), after.values())
    both = [Pair(new.target.name, old, new) for old, new in found.both]
    added = [Alone(one, is_gone=False, titles=titles) for one in found.added]
    gone = [Alone(one, is_gone=True, titles=titles) for one in found.removed]
    listed: list[Pair | Alone] = [*both, *added]
    known = {one.name: one for one in listed}
    return [*(known[name] for name in after), *gone]


def _package_of(asked: Asked | None) -> str:
    """Return what a package is called that is there as files."""
    return asked.found.files.name if asked and asked.found else ""


def _borrowed(asked: Asked, lender: Asked) -> Asked:
    """Read a description with the settings of the target that it is compared with."""
    lender.bring()
    path = asked.target.folder / asked.target.input
    own = replace(lender.target, input=str(path), parts=())
    return replace(asked, target=own, base=asked.folder)
