"""Which hooks run: those of this machine, and none that a branch brings along.

https://git-scm.com/docs/githooks
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from .git import Git

_KEY: Final = "core.hooksPath"


def with_hooks(git: Git, *, is_checkout: bool) -> Git:
    """Return git that runs the hooks which whoever keeps a repository here has.

    A relative folder of hooks would be that of the work tree, where it is what
    somebody has pushed. In a checkout it is that of the checkout, which is run for
    whoever works there; a clone has none.
    """
    folder = git.maybe("config", "--type=path", "--get", _KEY)
    if not folder or Path(folder).is_absolute():
        return git
    theirs = str(git.folder.absolute() / folder) if is_checkout else os.devnull
    return git.with_setting(_KEY, theirs)
