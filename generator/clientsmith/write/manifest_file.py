"""The manifest as JSON, kept under version control beside the output."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec import ValidationError, convert, to_builtins
from msgspec.json import encode
from msgspec.json import format as laid_out

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, Position, error

from .layout import Layout
from .manifest import Manifest
from .paths import escapes


def manifest_text(manifest: Manifest) -> str:
    """Write a manifest as JSON that diffs line by line."""
    value = to_builtins(manifest)
    for entry in value["files"].values():
        for key in ("finished_sha256", "formatted_sha256"):
            if entry[key] is None:
                del entry[key]
    if not manifest.unfinished:
        del value["unfinished"]
    return laid_out(encode(value, order="sorted"), indent=2).decode() + "\n"


def read_manifest(out: Path, package: str) -> Outcome[Manifest | None]:
    """Read what the last run wrote; None where no run did."""
    return load_manifest(Layout(out, package).manifest)


def load_manifest(path: Path) -> Outcome[Manifest | None]:
    """Read a manifest by its own path; None where there is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Outcome(None)
    except (OSError, UnicodeDecodeError) as problem:
        return Outcome(None, (_broken(path, 1, str(problem)),))
    return _parse(path, text)


def _parse(path: Path, text: str) -> Outcome[Manifest | None]:
    try:
        manifest = convert(json.loads(text), Manifest)
    except json.JSONDecodeError as problem:
        return Outcome(None, (_broken(path, problem.lineno, problem.msg),))
    except ValidationError as problem:
        return Outcome(None, (_broken(path, 1, str(problem)),))
    strangers = tuple(
        _broken(path, 1, f"`{name}` leaves the output folder")
        for name in manifest.files
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
