"""What is wrong with single values of a table, beside their types."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final, TypeAlias

from msgspec import Struct

from clientsmith.package_names import fitting_package, unfit_package
from clientsmith.post import PLACEHOLDERS


class Unfit(Struct, frozen=True):
    """What is wrong, and at which of the keys below."""

    message: str
    keys: tuple[str, ...] = ()
    hint: str | None = None


Check: TypeAlias = Callable[[Any], Iterator[Unfit]]

_ADDRESS: Final = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_VERSION: Final = re.compile(
    r"v?(\d+!)?\d+(\.\d+)*([-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?\d*)?"
    r"(-\d+|[-_.]?(post|rev|r)[-_.]?\d*)?([-_.]?dev[-_.]?\d*)?(\+[a-z0-9]+([-_.][a-z0-9]+)*)?",
    re.IGNORECASE,
)
"""https://packaging.python.org/en/latest/specifications/version-specifiers/"""
_FILLED: Final = re.compile(r"\{(\w+)\}")


def unfit(key: str, value: Any) -> Iterator[Unfit]:
    """Say what is wrong with the value of a key, whose type is right."""
    yield from _CHECKS[key](value) if key in _CHECKS else ()


def _address(value: str) -> Iterator[Unfit]:
    if not _ADDRESS.fullmatch(value):
        yield Unfit('must be a whole address, as "https://example.com/a.json"')


def _input(value: str | list[str]) -> Iterator[Unfit]:
    files = [value] if isinstance(value, str) else value
    if not files or not all(files):
        yield Unfit("must name a file")


def _out(value: str) -> Iterator[Unfit]:
    if not value:
        yield Unfit("must name a folder", hint='the folder of this file is `"."`')


def _baseline(value: str) -> Iterator[Unfit]:
    if not value:
        yield Unfit("must name a file", hint='for example "clientsmith.baseline.json"')


def _package(value: str) -> Iterator[Unfit]:
    if reason := unfit_package(value):
        yield Unfit(reason, hint=fitting_package(value))


def _version(value: str) -> Iterator[Unfit]:
    if value != "semver" and not _VERSION.fullmatch(value):
        yield Unfit("must be a version of a package", hint='for example "1.2.0"')


def _overlays(value: list[str]) -> Iterator[Unfit]:
    if not all(value):
        yield Unfit("must name files")


def _post(value: list[list[str]]) -> Iterator[Unfit]:
    if not all(step and step[0] for step in value):
        yield Unfit("has a command without a program")
    words = " ".join(word for step in value for word in step)
    for name in dict.fromkeys(str(each[1]) for each in _FILLED.finditer(words)):
        near = get_close_matches(name, PLACEHOLDERS, n=1)
        if near and name not in PLACEHOLDERS:
            message = f"has `{{{name}}}`, which nothing fills"
            yield Unfit(message, hint=f"did you mean `{{{near[0]}}}`?")


def _names(value: Mapping[str, str]) -> Iterator[Unfit]:
    for reference, name in value.items():
        if reason := _unfit_name(reference, name):
            yield Unfit(f"cannot be called `{name}`: {reason}", (reference,))


def _unfit_name(reference: str, name: str) -> str | None:
    """Look at a name as far as that is possible without the description."""
    # Few configurations have names, and the import is that of a whole stage.
    from clientsmith.plan import kind_of, name_problem

    if kind_of(reference) != "method":
        return name_problem(name, "class" if name[:1].isupper() else "attribute")
    reasons = (name_problem(part, "attribute") for part in name.split("."))
    return next(filter(None, reasons), None)


_CHECKS: Final[Mapping[str, Check]] = {
    "address": _address,
    "baseline": _baseline,
    "input": _input,
    "names": _names,
    "out": _out,
    "overlays": _overlays,
    "package": _package,
    "post": _post,
    "version": _version,
}
