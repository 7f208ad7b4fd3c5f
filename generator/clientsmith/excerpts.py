"""Shows diagnostics: where, what, the line itself, and what to do about it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from msgspec.structs import replace

from .diagnostics import Diagnostic, Position, Severity
from .nearby import nearby
from .pointer import Pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDTH: Final = 72
"""How much of a line is shown; a description may be one line of 9,000 characters."""

HINTS: Final = 3
"""How many hints of one kind are shown; some descriptions have hundreds."""

At: TypeAlias = Pointer | Position | None


class Places(Protocol):
    """Knows where values stand and what the texts say; a document does."""

    def locate(self, pointer: Pointer) -> Position | None:
        """Find where a value stands."""
        ...

    def text_of(self, file: str) -> str | None:
        """Give the text of a file by its name."""
        ...


def show(diagnostics: Iterable[Diagnostic], places: Places) -> list[str]:
    """Write diagnostics as lines of plain text, by place, and end with a count."""
    said = paragraphs(diagnostics, places)
    return [line for paragraph in said for line in paragraph.split("\n")]


def paragraphs(diagnostics: Iterable[Diagnostic], places: Places) -> list[str]:
    """Write each diagnostic as lines of its own, by place, and end with a count.

    Of hints of one kind only the first few are written, and how many there are.
    """
    located = _located(diagnostics, places)
    texts = _Texts(places)
    seen: Counter[str] = Counter()
    lines: list[str] = []
    for position, diagnostic in located:
        if diagnostic.severity is Severity.HINT:
            seen[diagnostic.code] += 1
        if seen[diagnostic.code] <= HINTS:
            lines.append("\n".join(_show_one(diagnostic, position, texts)))
    lines += [
        f"{count - HINTS} more: hint[{code}] (`--json` lists them all)"
        for code, count in sorted(seen.items())
        if count > HINTS
    ]
    return [*lines, _count(each for _, each in located)] if located else []


def sorted_by_place(
    diagnostics: Iterable[Diagnostic], places: Places
) -> list[Diagnostic]:
    """Put diagnostics in the order in which they are shown."""
    return [diagnostic for _, diagnostic in _located(diagnostics, places)]


def position_of(at: At, places: Places) -> Position | None:
    """Find the place that a pointer leads to; a position is one."""
    return places.locate(at) if isinstance(at, Pointer) else at


def as_json(diagnostic: Diagnostic, places: Places) -> dict[str, object]:
    """Give a diagnostic as JSON values, for tools."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        **_at_as_json(diagnostic.at, places),
        "notes": [
            {"message": note.message, **_at_as_json(note.at, places)}
            for note in diagnostic.notes
        ],
        "hint": diagnostic.hint,
        "paste": "\n".join(diagnostic.paste) or None,
        "setting": diagnostic.setting,
    }


class _Texts:
    """The lines of the texts that are quoted, split once each."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._lines: dict[str, list[str]] = {}

    def line(self, position: Position) -> str | None:
        """Give the line of a position, without its end."""
        if position.file not in self._lines:
            # Not `splitlines`: a line of JSON may hold U+2028 and other such ends.
            text = self.places.text_of(position.file) or ""
            self._lines[position.file] = text.split("\n")
        lines = self._lines[position.file]
        return lines[position.line - 1] if position.line <= len(lines) else None


def _show_one(
    diagnostic: Diagnostic,
    position: Position | None,
    texts: _Texts,
) -> Iterator[str]:
    place = f"{_written(position)}: " if position else ""
    label = f"{diagnostic.severity}[{diagnostic.code}]"
    yield _printable(f"{place}{label}: {diagnostic.message}")
    if position:
        yield from excerpt_of(position, texts.line(position))
    if isinstance(diagnostic.at, Pointer) and diagnostic.at.steps:
        yield _printable(f"  at: {diagnostic.at}")
    for note in diagnostic.notes:
        there = _written(position_of(note.at, texts.places) or note.at)
        yield _printable(f"  note: {note.message}{f' ({there})' if there else ''}")
    if diagnostic.hint:
        yield _printable(f"  hint: {diagnostic.hint}")
    for line in diagnostic.paste:
        yield _printable(f"        {line}")
    if diagnostic.setting:
        yield f"  pass: {diagnostic.setting}"


def _written(at: At) -> str:
    """Write a place; files of this folder by their paths from here."""
    if isinstance(at, Position):
        return str(replace(at, file=nearby(at.file)))
    return str(at) if at else ""


def excerpt_of(position: Position, line: str | None) -> Iterator[str]:
    """Quote a line, and mark the column below it."""
    if line is None or not line.strip():
        return
    # Many runs have nothing to show.
    from rich.cells import cell_len

    column = min(position.column - 1, len(line))
    start = max(min(column - WIDTH // 3, len(line) - WIDTH), 0)
    before = ("…" if start else "") + line[start:column]
    after = line[column : start + WIDTH] + ("…" if start + WIDTH < len(line) else "")
    gutter = f"{position.line:>6} | "
    yield (gutter + _printable(before + after)).rstrip()
    yield " " * (len(gutter) - 2) + "| " + " " * cell_len(_printable(before)) + "^"


def _printable(text: str) -> str:
    """Keep what a document says from moving the cursor of a terminal."""
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"


def _count(diagnostics: Iterable[Diagnostic]) -> str:
    counts = Counter(each.severity for each in diagnostics)
    words = [
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(words)


def _located(
    diagnostics: Iterable[Diagnostic], places: Places
) -> list[tuple[Position | None, Diagnostic]]:
    located = [(position_of(each.at, places), each) for each in diagnostics]
    return sorted(located, key=_order)


def _order(located: tuple[Position | None, Diagnostic]) -> tuple[object, ...]:
    position, diagnostic = located
    where = (position.file, position.line, position.column) if position else ()
    return (where, diagnostic.code, diagnostic.message)


def _at_as_json(at: At, places: Places) -> dict[str, object]:
    position = position_of(at, places)
    return {
        "file": nearby(position.file) if position else None,
        "line": position.line if position else None,
        "column": position.column if position else None,
        "pointer": str(at) if isinstance(at, Pointer) else None,
    }
