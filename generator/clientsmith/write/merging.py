"""What becomes of edited files where edits are merged with what is generated."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from clientsmith.diagnostics import Outcome
from clientsmith.styles import Formatter

from .compare import Comparison, Status
from .files import text_digest
from .layout import Layout
from .manifest import Entry
from .merge_reports import unresolved_conflicts, without_git
from .reformatted import in_style
from .three_way import GitError, Merged, merge

_WINDOWS = "\r\n"


class Texts(Struct, frozen=True):
    """What edits are told and merged by: both generated texts of each file."""

    last: Mapping[str, str]
    new: Mapping[str, str]
    style: Formatter


def last_texts(
    owned: Mapping[str, Entry], bases: Mapping[str, str], new: Mapping[str, str]
) -> dict[str, str]:
    """Give the last generated texts: those that were kept, or today's if unchanged."""
    unchanged = {
        path: text
        for path, text in new.items()
        if path in owned and owned[path].sha256 == text_digest(text)
    }
    return {**unchanged, **bases}


def merge_edits(
    layout: Layout, comparison: Comparison, texts: Texts
) -> Outcome[Comparison]:
    """Say of each edited file what becomes of it; nothing where git cannot."""
    unresolved = tuple(unresolved_conflicts(layout, comparison, texts.last))
    if unresolved:
        return Outcome(None, unresolved)
    statuses, merged = dict(comparison.statuses), dict[str, str]()
    for path, status in comparison.statuses.items():
        if path not in texts.last or not _is_edit(layout, status):
            continue
        try:
            there = comparison.contents.get(path)
            statuses[path], text = _decide(path, status, there, texts)
        except GitError as problem:
            return Outcome(None, (without_git(layout, path, problem),))
        merged |= {} if text is None else {path: text}
    return Outcome(Comparison(statuses, comparison.contents, merged))


def _is_edit(layout: Layout, status: Status) -> bool:
    """Tell edits by hand; where the whole package is gone, nobody chose its files."""
    if status is Status.MISSING:
        return layout.package_folder.exists()
    return status in {Status.EDITED, Status.FORMATTING}


def _decide(
    path: str, status: Status, there: bytes | None, texts: Texts
) -> tuple[Status, str | None]:
    last, new = texts.last[path], texts.new.get(path)
    if new is None:
        return Status.LEFT, None
    if new == last:
        return Status.KEPT, None
    if status is Status.FORMATTING:
        return status, None
    try:
        yours = (there or b"").decode()
    except UnicodeDecodeError:
        return Status.EDITED, None
    merged = _merge(path, yours.replace(_WINDOWS, "\n"), texts)
    text = merged.text.replace("\n", _WINDOWS) if _is_windows(yours) else merged.text
    if merged.has_conflicts:
        return Status.CONFLICT, text
    return (Status.KEPT, None) if text == yours else (Status.MERGED, text)


def _merge(path: str, yours: str, texts: Texts) -> Merged:
    """Merge; where a formatter came between, merge what would be without it."""
    last, new = texts.last[path], texts.new[path]
    merged = merge(yours, last, new)
    if merged.has_conflicts and (styled := in_style(path, yours, texts.style)) != yours:
        again = merge(styled, last, new)
        return merged if again.has_conflicts else again
    return merged


def _is_windows(text: str) -> bool:
    return text.count(_WINDOWS) * 2 > text.count("\n")
