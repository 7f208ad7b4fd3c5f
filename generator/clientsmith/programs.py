"""Finds programs where whoever runs clientsmith has them, and nowhere else.

A folder that is worked in may be somebody else's. What `PATH` says relative to a
folder is meant for the one that clientsmith was started in, and what has a path of its
own for the one of the configuration.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def whole_path() -> str:
    """Return `PATH` as it is read from here, wherever a program is started."""
    path = os.environ.get("PATH", os.defpath)
    return os.pathsep.join(os.path.abspath(each) for each in path.split(os.pathsep))  # noqa: PTH100 - "" is this folder, and links are left alone


def located(name: str, folder: Path) -> str:
    """Return where a program has to be that is named by a path."""
    return str(folder.absolute() / name)


def has_path(name: str) -> bool:
    """Tell whether a program is named by a path, and not looked for in `PATH`."""
    return Path(name).name != name


def found(name: str, folder: Path, *more: Path) -> str | None:
    """Find a program: by its path from a folder, else in `PATH`, else in more folders.

    One that is named by a path is returned whether it is there or not.
    """
    if has_path(name):
        return located(name, folder)
    path = os.pathsep.join((whole_path(), *map(str, more)))
    return shutil.which(name, path=path)
