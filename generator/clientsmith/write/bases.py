"""The texts of the last run as they were generated, from which edits are told.

Only targets that merge keep them: one file for each owned file, so that version control
stores each text once, and merges those of two branches as it merges the package.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec.structs import replace

from .files import File, Mode, text_digest
from .layout import Layout
from .manifest import Entry, Manifest, Provenance

SUFFIX: Final = ".base"
"""So that neither formatters nor editors take them for modules."""
_ATTRIBUTES: Final = ".gitattributes"
_ATTRIBUTE_TEXT: Final = """\
# What clientsmith generated last, to merge edits with: no need to read its diffs.
* -text -diff linguist-generated
"""


def base_files(layout: Layout, files: Iterable[File]) -> tuple[File, ...]:
    """Make the files that keep what was generated, and tell git how to show them."""
    folder = _folder(layout)
    kept = (
        File(f"{folder}{file.path}{SUFFIX}", file.text)
        for file in files
        if file.mode is Mode.OWNED
    )
    return (File(f"{folder}{_ATTRIBUTES}", _ATTRIBUTE_TEXT), *kept)


def stored_files(layout: Layout) -> dict[str, str]:
    """Read what the folders of bases hold of ours, by the paths below the output."""
    before = stored_files(layout.before) if layout.before else {}
    if layout.bases.is_symlink():
        return before
    return before | {
        path.relative_to(layout.out).as_posix(): _text(path.read_bytes())
        for path in sorted(layout.bases.rglob("*"))
        if path.suffix == SUFFIX or path.name == _ATTRIBUTES
        if path.is_file() and not path.is_symlink()
    }


def bases_of(layout: Layout, stored: Mapping[str, str]) -> dict[str, str]:
    """Give the last generated texts by the paths of the files that they are of."""
    folder = _folder(layout)
    before = bases_of(layout.before, stored) if layout.before else {}
    return before | {
        path.removeprefix(folder).removesuffix(SUFFIX): text
        for path, text in stored.items()
        if path.endswith(SUFFIX) and path.startswith(folder)
    }


def known_by_bases(
    manifest: Manifest | None, bases: Mapping[str, str], now: Provenance
) -> Manifest | None:
    """Let the manifest say what the bases say.

    They differ where branches were merged and the manifest took one side, or where it
    was lost. What a file is compared with has to be what it is merged with.
    """
    if manifest is None and not bases:
        return None
    manifest = manifest or Manifest(now, {})
    entries = {path: _entry(manifest, path, text) for path, text in bases.items()}
    return replace(manifest, files={**manifest.files, **entries})


def _entry(manifest: Manifest, path: str, text: str) -> Entry:
    known, sha256 = manifest.files.get(path), text_digest(text)
    if known and known.sha256 == sha256:
        return known
    return Entry(mode=Mode.OWNED, sha256=sha256)


def _folder(layout: Layout) -> str:
    return f"{layout.bases.relative_to(layout.out).as_posix()}/"


def _text(content: bytes) -> str:
    return content.decode(errors="replace").replace("\r\n", "\n")
