"""Names of generated code that end in a number which the description does not have."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clientsmith.write import File

_ENDING = re.compile(r"([A-Z]*[a-z]*)_?([0-9]+)_?\Z")
_SIGNS = {"+": "plus", "-": "minus"}


def numbered(files: Iterable[File], texts: Mapping[str, Any]) -> set[str]:
    """List what classes, functions, arguments and attributes are numbered with.

    A number is the description's where a text or a key of it has it after the same
    word: `ReservedIpv6` after `ipv6` or `ip_v6`; or where it is the value of a key:
    `MinLength5` after `minLength: 5`.
    """
    known = "\n".join(sorted({_plain(one) for one in _strings(dict(texts))}))
    names = {name for file in files for name in _names(file)}
    ended = ((name, _ENDING.search(name)) for name in names)
    return {name for name, end in ended if end and _plain(end[0]) not in known}


def _plain(text: str) -> str:
    signed = _SIGNS.get(text[:1], "") + text
    return "".join(letter for letter in signed.lower() if letter.isalnum())


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from map(str, value)
        yield from (f"{key}{each}" for key, each in value.items() if _counts(each))
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, str | int):
        yield str(value)


def _counts(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _names(file: File) -> Iterator[str]:
    if file.verbatim or not file.path.endswith(".py") or file.path.startswith("tests/"):
        return
    for node in ast.walk(ast.parse(file.text)):
        match node:
            case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                yield node.name
            case ast.arg():
                yield node.arg
            case ast.Name(ctx=ast.Store()):
                yield node.id
            case _:
                pass
