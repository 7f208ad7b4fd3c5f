"""Pulls one file: asks for it, looks at it, and puts it in place as a whole."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

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
    old = _old(source.path)
    is_foreign = old is not None and record is None
    by_hand = old is not None and record is not None and edited(old, record)
    is_known = old is not None and record is not None and record.is_of(old)
    known = record if is_known else None
    drawn = draw(source, known)
    if drawn.value is None:
        return Pull(source, Status.failed, diagnostics=drawn.diagnostics)
    if drawn.value.texts is None:
        return Pull(source, Status.unchanged, known, old or b"")
    made = _made(source, old, drawn.value)
    if (by_hand or is_foreign) and not force and made.status is Status.changed:
        refusal = _edited(source, recorded) if by_hand else _foreign(source)
        return Pull(source, Status.failed, diagnostics=(refusal,))
    return made


def put(path: Path, content: bytes) -> None:
    """Replace a file as a whole.

    Raises:
        OSError: It cannot be written; what was there is still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        written = Path(file.name)
        try:
            file.write(content)
            file.close()
            written.chmod(0o644)
            written.replace(path)
        except OSError:
            with suppress(OSError):
                written.unlink()
            raise


def _old(path: Path) -> bytes | None:
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
        return Pull(source, Status.added, record, new, _lines(b"", new))
    if digest_of(old) == record.sha256:
        return Pull(source, Status.unchanged, record, old)
    return Pull(source, Status.changed, record, new, _lines(old, new))


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
