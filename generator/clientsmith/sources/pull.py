"""Pulls one file: asks for it, and compares it with what is there."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path

from clientsmith.diagnostics import Diagnostic, Exit, Note, Position, error
from clientsmith.load import Sources

from .drawing import Drawn, draw
from .judging import judged
from .pulled import Pull, Status
from .records import Record, digest_of, edited
from .upstream import SourceFile


def pull(
    source: SourceFile,
    record: Record | None,
    recorded: Position | None,
    *,
    force: bool = False,
) -> Pull:
    """Ask for a file and compare it with what is there; nothing is written.

    `record` is what the lock has on it, and `recorded` where. A file that was edited
    is only replaced by `force`, and so is one that was never pulled.
    """
    old = content_of(source.path)
    is_foreign = old is not None and record is None
    by_hand = old is not None and record is not None and edited(old, record)
    is_known = old is not None and record is not None and record.is_of(old)
    known = record if is_known else None
    drawn = draw(source, known)
    if drawn.value is None:
        return Pull(source, Status.failed, diagnostics=drawn.diagnostics)
    if drawn.value.texts is None:
        return Pull(source, Status.unchanged, known, old or b"", old)
    made = _made(source, old, drawn.value)
    if (by_hand or is_foreign) and not force and made.status is Status.changed:
        refusal = _edited(source, recorded) if by_hand else _foreign(source)
        return Pull(source, Status.failed, diagnostics=(refusal,))
    return made


def edited_since(one: Pull, record: Record | None) -> bool:
    """Tell whether somebody has edited a file after what is published was judged by it.

    `record` is what the lock has on it by now: what another run has pulled is no edit.
    """
    there = content_of(one.source.path)
    if there is None or there in {one.before, one.content}:
        return False
    return record is None or not record.is_of(there)


def content_of(path: Path) -> bytes | None:
    """Read a file, if there is one."""
    with suppress(OSError):
        return path.read_bytes()
    return None


def _made(source: SourceFile, old: bytes | None, drawn: Drawn) -> Pull:
    texts = drawn.texts or ()
    outcome = judged(texts)
    if outcome.value is None:
        problems = outcome.diagnostics
        return Pull(source, Status.failed, diagnostics=problems, texts=Sources(texts))
    new = outcome.value
    record = Record(digest_of(new), drawn.pages)
    if old is None:
        return Pull(source, Status.added, record, new, None, _lines(b"", new))
    if digest_of(old) == record.sha256:
        return Pull(source, Status.unchanged, record, old, old)
    return Pull(source, Status.changed, record, new, old, _lines(old, new))


def _lines(old: bytes, new: bytes) -> tuple[int, int]:
    before, after = Counter(old.splitlines()), Counter(new.splitlines())
    return (after - before).total(), (before - after).total()


def _edited(source: SourceFile, recorded: Position | None) -> Diagnostic:
    return error(
        "source-edited",
        f"{source.name} was edited after it was pulled",
        source.at,
        notes=(Note("what was pulled", recorded),),
        hint="keep the edit as an overlay; `clientsmith pull --force` gives it up",
        exit=Exit.EDITED,
    )


def _foreign(source: SourceFile) -> Diagnostic:
    return error(
        "source-unpulled",
        f"{source.name} is there, was never pulled, and is not what is published",
        source.at,
        notes=(Note("it would be replaced", Position(source.name, 1, 1)),),
        hint="move what was changed by hand into an overlay, and give the file up by "
        f"`clientsmith pull --force {source.name}`; or pull to another file",
        exit=Exit.EDITED,
    )
