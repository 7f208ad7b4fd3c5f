"""The manifest as JSON, kept under version control beside the output."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from msgspec import ValidationError, convert, to_builtins
from msgspec.json import encode
from msgspec.json import format as laid_out
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, Position, error
from clientsmith.sides import sides

from .failures import two_sided
from .files import digest
from .layout import Layout
from .manifest import Entry, Manifest
from .paths import escapes


def manifest_text(manifest: Manifest) -> str:
    """Write a manifest as JSON that diffs line by line."""
    value = to_builtins(manifest)
    for entry in value["files"].values():
        for key in ("finished_sha256", "formatted_sha256"):
            if entry[key] is None:
                del entry[key]
    for key in ("unfinished", "left"):
        if not value[key]:
            del value[key]
    return laid_out(encode(value, order="sorted"), indent=2).decode() + "\n"


def has_manifest(out: Path, package: str) -> bool:
    """Tell whether a run has written a package of that name into a folder."""
    return package.isidentifier() and Layout(out, package).manifest.is_file()


def read_manifest(
    out: Path, package: str, *, joining: bool = True
) -> Outcome[Manifest | None]:
    """Read what the last run wrote; None where no run did.

    After a merge in version control there may be two sides of it. Then what is there
    is what one of them wrote, or what the merge has made of both; unless that must be
    told from edits, and the two sides are not `joining`.
    """
    layout = Layout(out, package)
    path = layout.manifest
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Outcome(None)
    except (OSError, UnicodeDecodeError) as problem:
        return Outcome(None, (_broken(path, 1, str(problem)),))
    divided = sides(text)
    if divided is None:
        return _parse(path, text)
    if not joining:
        return Outcome(None, (two_sided(layout),))
    read = [_parse(path, one) for one in divided]
    ours, theirs = (one.value for one in read)
    if ours is None or theirs is None:
        return _parse(path, text)
    return Outcome(_joined(ours, theirs, out))


def last_manifest(layout: Layout, *, joining: bool) -> Outcome[Manifest | None]:
    """Read what the last run wrote, also what it wrote under the former name."""
    own = read_manifest(layout.out, layout.package, joining=joining)
    if layout.before is None or own.diagnostics:
        return own
    former = read_manifest(layout.out, layout.before.package, joining=joining)
    if former.value is None or own.value is None:
        return former if own.value is None else Outcome(own.value, former.diagnostics)
    files = {**former.value.files, **own.value.files}
    return Outcome(replace(own.value, files=files))


def _joined(ours: Manifest, theirs: Manifest, out: Path) -> Manifest:
    files = {
        path: _entry(
            [one.files[path] for one in (ours, theirs) if path in one.files], out / path
        )
        for path in {**ours.files, **theirs.files}
    }
    return replace(
        ours,
        files=files,
        unfinished=ours.unfinished or theirs.unfinished,
        left=tuple(sorted({*ours.left, *theirs.left})),
    )


def _entry(entries: list[Entry], path: Path) -> Entry:
    """Choose the entry of the side that wrote what is there.

    What is there between the markers of a merge was written by both, so that it is
    no edit: version control has kept either.
    """
    with suppress(OSError):
        content = path.read_bytes()
        found = digest(content)
        for each in entries:
            if found in {each.sha256, each.finished_sha256}:
                return each
        if sides(content.decode("utf-8", "replace")) is not None:
            return Entry(entries[0].mode, found, entries[0].sources)
    return entries[0]


def _parse(path: Path, text: str) -> Outcome[Manifest | None]:
    try:
        manifest = convert(json.loads(text), Manifest)
    except json.JSONDecodeError as problem:
        return Outcome(None, (_broken(path, problem.lineno, problem.msg),))
    except ValidationError as problem:
        return Outcome(None, (_broken(path, 1, str(problem)),))
    strangers = tuple(
        _broken(path, 1, f"`{name}` leaves the output folder")
        for name in (*manifest.files, *manifest.left)
        if escapes(name)
    )
    return Outcome(None if strangers else manifest, strangers)


def _broken(path: Path, line: int, reason: str) -> Diagnostic:
    return error(
        "manifest-broken",
        f"the manifest cannot be read: {reason}",
        Position(str(path), line, 1),
        hint="restore it from version control, or delete it and use `--force`",
        exit=Exit.USAGE,
    )
