"""One package that somebody has named: by its description, or by its files."""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.config import Target

from .asked import Asked
from .checkout import Checkout
from .configured import Configured
from .finding import Found, find_package
from .folders import DiskFolder, Folder, KeptFolder
from .problems import foreign, mixed, no_description, no_file, unreadable
from .words import File, Generated, Kept, Named, Revision, WorkTree

_BARE = "client"
"""What a package is called that nobody generates; it is not compared."""


class Single(Struct, frozen=True):
    """Finds one package, and the target that it is of."""

    configured: Configured
    names: frozenset[str]
    """The targets that were asked for, if any."""

    def find(self, named: Named, package: str) -> Asked | None:
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
                self.configured.problems.append(mixed())
        return None

    def _kept(self, revision: Revision, path: Path, package: str) -> Asked | None:
        checkout = self.configured.checkout(revision)
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
        title, found = self._titled(path, checkout), self._found(folder, path, checkout)
        if found is None:
            return None
        home = path / os.path.relpath(*_paths(found.folder, folder))
        for one in self.configured.known(named).values():
            if _same(one.out / one.target.package, home):
                inside = os.path.relpath(home, one.home)
                return replace(one, title=title, found=found, inside=inside)
        inside = os.path.relpath(home, self.configured.here)
        made = _made(found, inside, home, self.configured.here, checkout)
        return Asked(made, title, checkout, found=found, inside=inside)

    def _found(
        self, folder: Folder, path: Path, checkout: Checkout | None
    ) -> Found | None:
        """Find the package in a folder, or say why there is none."""
        title = self._titled(path, checkout)
        try:
            found = find_package(folder)
        except OSError as problem:
            self.configured.problems.append(unreadable(title, problem))
            return None
        if isinstance(found, list):
            self.configured.problems.append(foreign(title, found))
            return None
        return found

    def _titled(self, path: Path, checkout: Checkout | None) -> str:
        """Name a file in a way that can be given once more."""
        return (
            checkout.named(path)
            if checkout
            else os.path.relpath(path, self.configured.here)
        )

    def _described(
        self,
        path: Path,
        named: WorkTree | Revision,
        checkout: Checkout | None,
        package: str,
    ) -> Asked | None:
        shown = os.path.relpath(path, self.configured.here)
        title = self._titled(path, checkout)
        if checkout:
            path = checkout.path(path)
            checkout.bring(path)
        if not path.is_file():
            self.configured.problems.append(no_file(title))
            return None
        known = self.configured.known(named).values()
        for one in sorted(known, key=lambda one: one.target.package != package):
            target = one.target
            is_input = _same(target.folder / target.input, path)
            if is_input and (not self.names or target.name in self.names):
                return replace(one, title=title)
        if not _is_description(path):
            others = [_input_of(one) for one in known]
            self.configured.problems.append(no_description(title, others))
            return None
        made = Target(
            name=_BARE,
            input=shown,
            out=self.configured.scratch / "out",
            package=_BARE,
            folder=checkout.path(self.configured.here)
            if checkout
            else self.configured.here,
            offline=True,
        )
        return Asked(made, title, checkout)


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


def _same(one: Path, other: Path) -> bool:
    return os.path.normpath(one.absolute()) == os.path.normpath(other.absolute())
