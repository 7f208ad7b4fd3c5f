"""One more target for a project that is configured already."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import cast

from clientsmith.config.written import read_written

from .guesses import guess_package
from .scaffold import Start, further_target


def further(path: Path, spec: str, package: str | None, out: str | None) -> list[str]:
    """Write the tables that make a configuration generate from a description, too."""
    written = read_written(path).value
    above = "".join(f"{key}." for key in written.above) if written else ""
    wanted = package or guess_package(path.parent, spec)
    name = _free(wanted, written.tables.get("targets") if written else None)
    start = Start(spec, package or name, out or f"clients/{name}")
    return further_target(start, name, above)


def _free(name: str, taken: object) -> str:
    """Return a name that no target has."""
    known = cast("dict[str, object]", taken) if isinstance(taken, dict) else {}
    names = chain([name], (f"{name}_{number}" for number in count(2)))
    return next(each for each in names if each not in known)
