"""Names that somebody wants to be others: `--rename OLD=NEW`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from .diagnostics import Diagnostic, Exit, Outcome, error
from .plan import Package, kind_of, name_problem

ALL = "all"
"""Accept the names that would be chosen today."""


def renamed(
    package: Package,
    renames: tuple[str, ...],
    unpinned: Callable[[], Package | None],
) -> Outcome[Mapping[str, str]]:
    """Return what is pinned when each rename is done.

    One that is done already asks for nothing; `unpinned` shows that by what would be
    called so today.
    """
    names = dict(package.names)
    problems: list[Diagnostic] = []
    for rename in renames:
        # Reports and READMEs call methods as programs do.
        old, new = (each.removeprefix("client.") for each in rename.partition("=")[::2])
        keys = _keys(package, old)
        if not keys and _is_done(package, unpinned, old, new):
            continue
        if not keys:
            problems.append(_unknown(package, old))
        elif reason := name_problem(new, "method" if "." in old else "class"):
            problems.append(_problem(f"`{new}` cannot be a name: {reason}"))
        elif new in _known(package):
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
    return [key for key, name in _renamable(package).items() if name == old] or [
        key
        for key, name in package.emitted.items()
        if name == old and key not in package.names
    ]


def _is_done(
    package: Package, unpinned: Callable[[], Package | None], old: str, new: str
) -> bool:
    """Tell whether something has a new name that would have the old one by itself."""
    mine = {key for key in _renamable(package) if package.names[key] == new}
    today = unpinned() if mine else None
    return today is not None and not mine.isdisjoint(_keys(today, old))


def _known(package: Package) -> frozenset[str]:
    """List the names of all classes and methods."""
    return frozenset({*_renamable(package).values(), *package.emitted.values()})


def _unknown(package: Package, old: str) -> Diagnostic:
    near = get_close_matches(old, _known(package), n=1)
    hint = f"did you mean `{near[0]}`?" if near else "say `--rename OLD=NEW`"
    return _problem(f"nothing is called `{old}`", hint)


def _problem(message: str, hint: str | None = None) -> Diagnostic:
    return error("rename-impossible", message, hint=hint, exit=Exit.USAGE)
