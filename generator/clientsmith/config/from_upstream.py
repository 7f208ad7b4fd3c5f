"""What `[sources."FILE"]` says of a file: from where it is pulled, and how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import urlsplit

from clientsmith.diagnostics import Position
from clientsmith.sources.named import OBJECT
from clientsmith.sources.upstream import (
    Addresses,
    Command,
    PythonObject,
    SourceFile,
    Upstream,
)
from clientsmith.sources.variables import is_closed, variables_of

from .unfit import Unfit

_KINDS: Final = ("url", "command", "python")
_URL: Final = re.compile(r"https?://[^\s/?#]+[^\s#]*", re.IGNORECASE)
_HEADER: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_SECRET: Final = re.compile(r"auth|cookie|token|secret|key|password", re.IGNORECASE)
_JSON: Final = frozenset({".json", ".yaml", ".yml"})


def unfit_source(
    name: str, values: Mapping[str, Any], others: Iterable[SourceFile]
) -> Iterator[Unfit]:
    """Say what is wrong with a source, beside the types of its values."""
    yield from _unfit_name(name, others)
    given = [kind for kind in _KINDS if values.get(kind)]
    if len(given) != 1:
        yield Unfit("must have one of `url`, `command` and `python`")
    elif "headers" in values and given != ["url"]:
        yield Unfit(f"has no effect beside `{given[0]}`", ("headers",))
    elif _is_made(values) and PurePosixPath(name).suffix.lower() not in _JSON:
        yield Unfit("is made as JSON, and has to end with .json or .yaml")
    else:
        yield from _unfit_values(values)


def kind_of_source(values: Mapping[str, Any]) -> str:
    """Return the key that says where a file comes from."""
    return next((kind for kind in _KINDS if kind in values), "")


def made_source(
    name: str, values: Mapping[str, Any], folder: Path, at: Position
) -> SourceFile:
    """Make what was found to be right."""
    return SourceFile(_normal(name), folder, _upstream(values), at)


def _upstream(values: Mapping[str, Any]) -> Upstream:
    if "command" in values:
        return Command(tuple(values["command"]))
    if "python" in values:
        return PythonObject(values["python"])
    return Addresses(_urls(values), values.get("headers", {}))


def _urls(values: Mapping[str, Any]) -> tuple[str, ...]:
    url = values["url"]
    return (url,) if isinstance(url, str) else tuple(url)


def _is_made(values: Mapping[str, Any]) -> bool:
    return "python" in values or ("url" in values and len(_urls(values)) > 1)


def _normal(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).as_posix()


def _unfit_name(name: str, others: Iterable[SourceFile]) -> Iterator[Unfit]:
    path = PurePosixPath(_normal(name))
    if path.is_absolute() or ".." in path.parts or ":" in name or not path.parts:
        yield Unfit("must be a file in the folder of the configuration")
    elif any(other.name == _normal(name) for other in others):
        yield Unfit("is the file of another source, too")


def _unfit_values(values: Mapping[str, Any]) -> Iterator[Unfit]:
    if "python" in values and not OBJECT.fullmatch(values["python"]):
        yield Unfit('must be as "app.main:app"', ("python",))
    for url in _urls(values) if "url" in values else ():
        if not _URL.fullmatch(url):
            message = 'must be whole addresses, as "https://example.com/api.json"'
            yield Unfit(message, ("url",))
        elif urlsplit(url).username is not None:
            instead = 'headers = { Authorization = "Basic ${CREDENTIALS}" }'
            yield Unfit("must not hold a name and a password", ("url",), instead)
    headers: Mapping[str, str] = values.get("headers", {})
    for header, value in headers.items():
        for problem, hint in _unfit_header(header, value):
            yield Unfit(problem, ("headers", header), hint)


def _unfit_header(header: str, value: str) -> Iterator[tuple[str, str | None]]:
    if not _HEADER.fullmatch(header):
        yield "is no name of a header", None
    elif not (value.isascii() and value.isprintable() and is_closed(value)):
        yield "must be plain text, with variables as `${NAME}`", None
    elif _SECRET.search(header) and not variables_of(value):
        hint = f'{header} = "Bearer ${{TOKEN}}"'
        yield "must hold its secret as a variable of the environment", hint
