"""What git is told by the environment, and what it must not hear of.

https://git-scm.com/docs/git#_environment_variables
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from .programs import whole_path

_OF_ANOTHER: Final = frozenset(
    {
        # What `git rev-parse --local-env-vars` lists, but for what configures git.
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_NO_REPLACE_OBJECTS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
        # And what says of one repository where it is, or how its paths are read.
        "GIT_ATTR_SOURCE",
        "GIT_GLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
        "GIT_LITERAL_PATHSPECS",
        "GIT_NAMESPACE",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_QUARANTINE_PATH",
    }
)
"""Of the repository whose hook clientsmith may run in; git is told of another one."""


def git_environment(**told: str) -> dict[str, str]:
    """Return what git is run with, in English, and with what else it is told."""
    kept = {key: each for key, each in os.environ.items() if key not in _OF_ANOTHER}
    return {**kept, "PATH": whole_path(), "LC_ALL": "C", **told}


def configured(
    environment: Mapping[str, str], settings: Mapping[str, str]
) -> dict[str, str]:
    """Add settings of git, which come before those of all files.

    https://git-scm.com/docs/git-config#Documentation/git-config.txt-GITCONFIGCOUNT
    """
    count = int(environment.get("GIT_CONFIG_COUNT", "0") or 0)
    added = dict[str, str]()
    for number, (key, value) in enumerate(settings.items(), start=count):
        added[f"GIT_CONFIG_KEY_{number}"] = key
        added[f"GIT_CONFIG_VALUE_{number}"] = value
    total = str(count + len(settings))
    return {**environment, **added, "GIT_CONFIG_COUNT": total}
