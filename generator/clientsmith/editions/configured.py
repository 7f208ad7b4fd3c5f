"""The targets of a configuration: as it is, or as it was at a revision."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.config import find_config, read_config
from clientsmith.diagnostics import Diagnostic

from .asked import Asked
from .checkout import Checkout
from .problems import no_config
from .words import Revision, WorkTree


class Configured(Struct):
    """Reads configurations, from a folder and with a place for older files."""

    here: Path
    scratch: Path
    problems: list[Diagnostic]

    def targets(self, named: WorkTree | Revision) -> Mapping[str, Asked]:
        """Read the targets of the configuration as it is, or as it was."""
        found = find_config(self.here)
        if found.value is None:
            self.problems += found.diagnostics
            return {}
        checkout = self.checkout(named) if isinstance(named, Revision) else None
        path = found.value
        title = title_of(named)
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

    def known(self, named: WorkTree | Revision) -> Mapping[str, Asked]:
        """Read the configuration, if there is one that can be read."""
        before = [*self.problems]
        found = self.targets(named)
        self.problems[:] = before
        return found

    def checkout(self, revision: Revision) -> Checkout:
        """Give the folder that the files of a revision are put into."""
        folder = self.scratch / revision.commit
        folder.mkdir(exist_ok=True)
        return Checkout(revision.repository, revision.name, revision.commit, folder)


def title_of(side: WorkTree | Revision) -> str:
    """Say what a whole side is called."""
    return side.name if isinstance(side, Revision) else "the work tree"
