"""Which packages are to be compared: two descriptions, or targets of two revisions."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.config import Target, find_config, read_config
from clientsmith.diagnostics import (
    Diagnostic,
    Outcome,
    Severity,
)

from .asked import Alone, Asked, Pair
from .checkout import Checkout
from .finding import Found, find_package
from .folders import DiskFolder, Folder, KeptFolder
from .pairing import pair_targets
from .problems import (
    foreign,
    mixed,
    no_config,
    no_description,
    no_file,
    no_target,
    nothing_there,
)
from .repository import repository_of
from .words import File, Generated, Kept, Named, Revision, WorkTree, read_word

_BARE = "client"
"""What a package is called that nobody generates; it is not compared."""


class _Asker(Struct):
    """Reads what is asked for, from a folder and with a place for older files."""

    here: Path
    scratch: Path
    names: frozenset[str]
    problems: list[Diagnostic]

    def pairs(self, old: Named, new: Named) -> list[Pair | Alone]:
        """Pair targets by what callers know of them, or two descriptions."""
        whole = (WorkTree, Revision)
        if isinstance(old, whole) and isinstance(new, whole):
            return self._targets(old, new)
        mine, other = self._both(old, new)
        if mine is None or other is None:
            return []
        if mine.leads and not other.leads:
            other = _borrowed(other, mine.target)
        if other.leads and not mine.leads:
            mine = _borrowed(mine, other.target)
        return [Pair(other.target.name, mine, other)]

    def _both(self, old: Named, new: Named) -> tuple[Asked | None, Asked | None]:
        """Find both, packages first: they say which target of several is meant."""
        later = self._single(new, "")
        before = self._single(old, _package_of(later))
        if before and before.found and later and not later.found:
            later = self._single(new, _package_of(before))
        return before, later

    def _targets(
        self, old: WorkTree | Revision, new: WorkTree | Revision
    ) -> list[Pair | Alone]:
        before, after = self._configured(old), self._configured(new)
        unknown = self.names - {*before, *after}
        if unknown:
            self.problems.append(no_target(min(unknown), [*after]))
        listed = _paired(before, after, (_title(old), _title(new)))
        return [one for one in listed if self._is_wanted(one)]

    def _is_wanted(self, one: Pair | Alone) -> bool:
        """Tell whether a target was asked for, by its name now or before."""
        return not self.names or not self.names.isdisjoint(one.names)

    def _configured(self, named: WorkTree | Revision) -> Mapping[str, Asked]:
        """Read the targets of the configuration as it is, or as it was."""
        found = find_config(self.here)
        if found.value is None:
            self.problems += found.diagnostics
            return {}
        checkout = self._checkout(named) if isinstance(named, Revision) else None
        path = found.value
        title = _title(named)
        if checkout:
            path = checkout.path(path)
            checkout.bring(path)
        if not path.is_file():
            self.problems.append(no_config(title, found.value.name))
            return {}
        read = read_config(path)
        self.problems += read.diagnostics
        targets = read.value.targets if read.value else ()
        return {
            one.name: Asked(
                replace(one, offline=True), title, checkout, configured=True
            )
            for one in targets
        }

    def _single(self, named: Named, package: str) -> Asked | None:
        """Find the target that a description is the input of, or make one up.

        Where it is the input of several, the one with that package is meant.
        """
        match named:
            case File(path=path):
                return self._described(path, WorkTree(), None, package)
            case Kept(revision=revision, path=path):
                return self._kept(revision, path, package)
            case Generated(path=path):
                return self._generated(DiskFolder(path), path, WorkTree(), None)
            case WorkTree() | Revision():
                self.problems.append(mixed())
        return None

    def _kept(self, revision: Revision, path: Path, package: str) -> Asked | None:
        checkout = self._checkout(revision)
        name = Path(os.path.relpath(path, revision.repository.root)).as_posix()
        folder = KeptFolder(revision.repository, revision.commit, name)
        if revision.repository.is_folder(revision.commit, name):
            return self._generated(folder, path, revision, checkout)
        return self._described(path, revision, checkout, package)

    def _generated(
        self,
        folder: Folder,
        path: Path,
        named: WorkTree | Revision,
        checkout: Checkout | None,
    ) -> Asked | None:
        """Find the package in a folder, and the target that it is of."""
        title, found = self._titled(path, checkout), find_package(folder)
        if isinstance(found, list):
            self.problems.append(foreign(title, found))
            return None
        home = path / os.path.relpath(*_paths(found.folder, folder))
        for one in self._known(named).values():
            if _same(one.out / one.target.package, home):
                inside = os.path.relpath(home, one.home)
                return replace(one, title=title, found=found, inside=inside)
        inside = os.path.relpath(home, self.here)
        made = _made(found, inside, home, self.here, checkout)
        return Asked(made, title, checkout, found=found, inside=inside)

    def _titled(self, path: Path, checkout: Checkout | None) -> str:
        """Name a file in a way that can be given once more."""
        return checkout.named(path) if checkout else os.path.relpath(path, self.here)

    def _described(
        self,
        path: Path,
        named: WorkTree | Revision,
        checkout: Checkout | None,
        package: str,
    ) -> Asked | None:
        shown = os.path.relpath(path, self.here)
        title = self._titled(path, checkout)
        if checkout:
            path = checkout.path(path)
            checkout.bring(path)
            if not path.is_file():
                self.problems.append(no_file(title))
                return None
        known = self._known(named).values()
        for one in sorted(known, key=lambda one: one.target.package != package):
            target = one.target
            is_input = _same(target.folder / target.input, path)
            if is_input and (not self.names or target.name in self.names):
                return replace(one, title=title)
        if not _is_description(path):
            others = [_input_of(one) for one in known]
            self.problems.append(no_description(title, others))
            return None
        made = Target(
            name=_BARE,
            input=shown,
            out=self.scratch / "out",
            package=_BARE,
            folder=checkout.path(self.here) if checkout else self.here,
            offline=True,
        )
        return Asked(made, title, checkout)

    def _known(self, named: WorkTree | Revision) -> Mapping[str, Asked]:
        """Read the configuration, if there is one that can be read."""
        before = [*self.problems]
        found = self._configured(named)
        self.problems[:] = before
        return found

    def _checkout(self, revision: Revision) -> Checkout:
        folder = self.scratch / revision.commit
        folder.mkdir(exist_ok=True)
        return Checkout(revision.repository, revision.name, revision.commit, folder)


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
    asker = _Asker(here, scratch, frozenset(names), problems)
    pairs = asker.pairs(before, after)
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


_SAYS_VERSION = re.compile(rb"(?:openapi|swagger)[\"']?\s*:|\0", re.IGNORECASE)
"""What each description says somewhere; one of wide characters is not looked at."""


def _is_description(path: Path) -> bool:
    """Tell a description from a file that is only a part of one."""
    return _SAYS_VERSION.search(path.read_bytes()) is not None


def _input_of(asked: Asked) -> str:
    """Name the description of a target from the root of its repository."""
    path = asked.home / asked.target.input
    checkout = asked.checkout
    root = checkout.repository.root if checkout else Path.cwd()
    return Path(os.path.relpath(path, root)).as_posix()


def _package_of(asked: Asked | None) -> str:
    """Return what a package is called that is there as files."""
    return asked.found.files.name if asked and asked.found else ""


def _paths(inner: Folder, outer: Folder) -> tuple[str, str]:
    return str(inner.path), str(outer.path)


def _made(
    found: Found, shown: str, home: Path, here: Path, checkout: Checkout | None
) -> Target:
    """Make up the target that a package would be of, by what its files say."""
    name = found.files.name
    return Target(
        name=name,
        input=shown,
        out=checkout.path(home.parent) if checkout else home.parent,
        package=name,
        models=found.models,
        enums="class" if found.has_enums else "literal",
        folder=checkout.path(here) if checkout else here,
        offline=True,
    )


def _borrowed(asked: Asked, target: Target) -> Asked:
    """Read a description with the settings of the target that it is compared with."""
    path = asked.target.folder / asked.target.input
    own = replace(target, input=str(path), parts=())
    return replace(asked, target=own)


def _same(one: Path, other: Path) -> bool:
    return os.path.normpath(one.absolute()) == os.path.normpath(other.absolute())


def _title(side: WorkTree | Revision) -> str:
    return side.name if isinstance(side, Revision) else "the work tree"
