"""What tells two plans apart whatever callers see of them: digests of all pages.

Whoever releases a package has to know that it is another one, though nothing has
changed for callers: it may send something else, or read it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Final

from msgspec import Struct
from msgspec.json import encode

from .beside import (
    CallTests,
    DownloadTests,
    NameTests,
    Readme,
    Reference,
    ReferenceModels,
    ReferencePage,
    WebhookTests,
)
from .code import Code
from .package import Page

_LENGTH: Final = 16
_BESIDE: Final = (
    CallTests,
    DownloadTests,
    NameTests,
    Readme,
    Reference,
    ReferenceModels,
    ReferencePage,
    WebhookTests,
)
"""What is read beside a package, or tried with it, and is not a part of it."""
_DOCS: Final = re.compile(r'r?"""(?:\\.|[^\\])*?"""', re.DOTALL)
_ABOUT_API: Final = "__api_version__ = "
"""How the line begins that says of which version the API is."""


class Contents(Struct, frozen=True):
    """What is planned, as two digests that do not depend on its version."""

    code: str
    docs: str
    """That of docs and code, so that it changes with either."""


def contents_of(
    pages: Iterable[Page], package: str, *, only_models: bool = False
) -> Contents:
    """Tell pages from all others; what people own after a first write is none of them.

    Neither does it matter what pages are made from, nor in which order they come.
    """
    start = f"{package}/models/" if only_models else ""
    known = [one for one in pages if one.path.startswith(start) and not one.seeded]
    inside = [one for one in known if not isinstance(one.content, _BESIDE)]
    return Contents(_digest(inside, _as_code), _digest(known, _as_text))


def _digest(pages: Iterable[Page], write: Callable[[object], str]) -> str:
    written = {one.path: (type(one.content).__name__, one.content) for one in pages}
    text = encode(written, enc_hook=write, order="deterministic")
    return sha256(text).hexdigest()[:_LENGTH]


def _as_code(value: object) -> str:
    """Write a piece of source without what is only said in it."""
    text = _as_text(value)
    return "" if text.startswith(_ABOUT_API) else _DOCS.sub("", text)


def _as_text(value: object) -> str:
    if isinstance(value, Code):
        return str(value)
    raise TypeError(f"{value!r} came through no door into the plan")
