"""What tells two plans apart whatever callers see of them: a digest of every page.

Whoever releases a package has to know that it is another one, though nothing has
changed for callers: it may send something else, or read it otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from msgspec.json import encode

from .code import Code
from .package import Page

_LENGTH = 16


def contents_of(
    pages: Iterable[Page], package: str, *, only_models: bool = False
) -> str:
    """Tell pages from all others; what people own after a first write is none of them.

    Neither does it matter what pages are made from, nor in which order they come.
    """
    start = f"{package}/models/" if only_models else ""
    written = {
        one.path: (type(one.content).__name__, one.content)
        for one in pages
        if not one.seeded and one.path.startswith(start)
    }
    text = encode(written, enc_hook=_text, order="deterministic")
    return sha256(text).hexdigest()[:_LENGTH]


def _text(value: object) -> str:
    if isinstance(value, Code):
        return str(value)
    raise TypeError(f"{value!r} came through no door into the plan")
