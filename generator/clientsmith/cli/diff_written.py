"""What `clientsmith diff` prints: each target, in the format that was asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .diff_options import DiffFormat

if TYPE_CHECKING:
    from clientsmith.diagnostics import Exit
    from clientsmith.reports import Reported


def written(
    reported: list[Reported], form: DiffFormat, code: Exit, links: str | None
) -> Iterator[str]:
    """Write what has changed of all targets."""
    match form:
        case DiffFormat.json:
            from clientsmith.reports import as_json

            yield json.dumps(as_json(reported, int(code)), indent=2, ensure_ascii=False)
        case DiffFormat.html:
            from clientsmith.reports import Links
            from clientsmith.reports.as_html import as_html

            yield as_html(reported, Links(links, Path.cwd()))
        case _:
            yield from _one_by_one(reported, form)


def _one_by_one(
    reported: list[Reported],
    form: Literal[DiffFormat.text, DiffFormat.markdown, DiffFormat.github],
) -> Iterator[str]:
    from clientsmith.findings import Home
    from clientsmith.reports import commands, markdown, overviews, text

    if form is DiffFormat.markdown and len(reported) > 1:
        yield from (*overviews(reported), "")
    for index, one in enumerate(reported):
        match form:
            case DiffFormat.text:
                yield from [""] * bool(index)
                yield from text(one)
            case DiffFormat.markdown:
                yield from [""] * bool(index)
                yield from markdown(one)
            case DiffFormat.github:
                yield from commands(one, Home(folder=one.folder))


def bumps(reported: list[Reported]) -> Iterator[str]:
    """Print one word, or one for each target."""
    for one in reported:
        yield one.bump if len(reported) == 1 else f"{one.name}: {one.bump}"
