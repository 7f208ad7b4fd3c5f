"""Names that somebody wants to be others: `--rename OLD=NEW`."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from .diagnostics import Diagnostic, Exit, Outcome, error
from .plan import Package, kind_of, name_problem

ALL = "all"
"""Accept the names that would be chosen today."""


def renamed(
    package: Package,
    renames: tuple[str, ...],
) -> Outcome[Mapping[str, str]]:
    """Return what is pinned when each rename is done."""
    names = dict(package.names)
    problems: list[Diagnostic] = []
    for rename in renames:
        old, _, new = rename.partition("=")
        keys = _keys(package, old)
        if not keys:
            problems.append(_unknown(package, old))
        elif reason := name_problem(new, "method" if "." in old else "class"):
            problems.append(_problem(f"`{new}` cannot be a name: {reason}"))
        elif new in _renamable(package).values():
            problems.append(_problem(f"`{new}` is the name of something else"))
        names |= dict.fromkeys(keys, new)
    return Outcome(None if problems else names, tuple(problems))


def _renamable(package: Package) -> dict[str, str]:
    """List the names of classes and methods, which say by themselves what they name."""
    return {
        key: name
        for key, name in package.names.items()
        if kind_of(key) in {"class", "method"}
    }


def _keys(package: Package, old: str) -> list[str]:
    """Find what has a name; what goes without saying is not among the names."""
    found = [key for key, name in _renamable(package).items() if name == old]
    component = f"#/components/schemas/{old}"
    if not found and component in package.emitted and component not in package.names:
        return [component]
    return found


def _unknown(package: Package, old: str) -> Diagnostic:
    components = [key.rpartition("/")[2] for key in package.emitted]
    known = {*_renamable(package).values(), *components}
    near = get_close_matches(old, known, n=1)
    hint = f"did you mean `{near[0]}`?" if near else "say `--rename OLD=NEW`"
    return _problem(f"nothing is called `{old}`", hint)


def _problem(message: str, hint: str | None = None) -> Diagnostic:
    return error("rename-impossible", message, hint=hint, exit=Exit.USAGE)
