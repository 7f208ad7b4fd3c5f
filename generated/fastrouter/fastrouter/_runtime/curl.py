"""Writes a request as a shell command, for people who want to try or report it.

https://curl.se/docs/manpage.html
"""

from __future__ import annotations

import re
from shlex import quote
from typing import TYPE_CHECKING

from .addresses import without_user
from .logs import is_shown
from .media_types import essence, is_json
from .secrecy import SECRET
from .security import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .message import Message
    from .payload import Payload
    from .requirements import Requirement
    from .security import Scheme

_DOTS = "..."
_NOTHING: Requirement = {}
_VARIABLE = re.compile("\0([^\0]*)\0")
"""A variable of the shell among text that is not one."""
_TOLD = re.compile(
    "credential|passw|secret|token$|(access|api|private)[_-]?key", re.IGNORECASE
)
"""Names of what bodies tell that proves something; `author` and `max_tokens` do not."""
_STRING = r'"((?:[^"\\]|\\.)*)"'
_STRINGS = re.compile(rf"({_STRING}\s*:\s*)?{_STRING}")
"""Strings in JSON, each with the name that it has in an object."""
_WITH_CONTENT = frozenset({"PATCH", "POST", "PUT"})
"""Methods whose requests say that their content is empty, where there is none."""


def command(
    message: Message,
    given: Mapping[str, str],
    alternatives: tuple[Requirement, ...],
    schemes: Mapping[str, Scheme],
) -> str:
    """Write a message that has no credentials yet; `given` are headers of the caller.

    Credentials become variables of the environment, or dots, and so does whatever
    else could be one by its name. Content that is at hand nowhere but in memory and is
    no text, is read from standard input.
    """
    needed = [schemes[name] for name in _chosen(alternatives, schemes)]
    told = [
        each.in_curl(_variable) for each in needed if each.name.lower() not in given
    ]
    found = [each for each in told if isinstance(each, Credential)]
    words = ["curl", *_method(message)]
    for options in told:
        words += options if isinstance(options, list) else ()
    url = _url(message.url, found)
    words += ["--globoff"] * bool(re.search(r"[\[\]{}]", url))
    words.append(url)
    for name, value in _headers(message, given, found).items():
        words += ["--header", f"{name}: {value}" if value else f"{name};"]
    return " ".join(map(_word, [*words, *_content(message)]))


def _chosen(
    alternatives: tuple[Requirement, ...], schemes: Mapping[str, Scheme]
) -> Requirement:
    """Choose the first that has its credentials, without asking anybody for them."""
    known = [each for each in alternatives if each and each.keys() <= schemes.keys()]
    ready = [each for each in known if all(schemes[name].is_given for name in each)]
    return next(iter((*ready, *known, _NOTHING)))


def _variable(name: str | None) -> str:
    is_name = name and name.isidentifier() and name.isascii()
    return f"\0{name}\0" if is_name else _DOTS


def _method(message: Message) -> list[str]:
    if message.method == "HEAD":
        return ["--head"]
    has_content = message.content is not None or message.method in _WITH_CONTENT
    usual = "POST" if has_content else "GET"
    return [] if message.method == usual else ["--request", message.method]


def _url(url: str, found: list[Credential]) -> str:
    start, _, query = without_user(url).partition("?")
    pairs = [_pair(pair) for pair in query.split("&") if pair]
    pairs += [f"{each.name}={each.value}" for each in found if each.place == "query"]
    return f"{start}?{'&'.join(pairs)}" if pairs else start


def _pair(pair: str) -> str:
    name = pair.partition("=")[0]
    return f"{name}={_DOTS}" if SECRET.search(name) else pair


def _headers(
    message: Message, given: Mapping[str, str], found: list[Credential]
) -> dict[str, str]:
    headers = {
        name: value if _may_be_seen(name, given) else _DOTS
        for name, value in message.headers.items()
        if name != "content-length"
    }
    for each in found:
        if each.place == "header":
            headers[each.name.lower()] = each.value
    cookies = [f"{each.name}={each.value}" for each in found if each.place == "cookie"]
    if cookies:
        own = [headers["cookie"]] if "cookie" in headers else []
        headers["cookie"] = "; ".join([*own, *cookies])
    if hasattr(message.content, "in_curl"):
        headers.pop("content-type", None)
    return headers


def _may_be_seen(name: str, given: Mapping[str, str]) -> bool:
    return is_shown(name) or not (name in given or SECRET.search(name))


def _content(message: Message) -> Iterator[str]:
    content = message.content
    if content is None and message.method in _WITH_CONTENT:
        content = b""
    if content is None:
        return
    media_type = message.headers.get("content-type", "")
    if options := getattr(content, "in_curl", None):
        yield from options(media_type)
        return
    if not media_type:
        # Otherwise it would say that this is a form.
        yield from ("--header", "content-type:")
    text = text_of(content)
    if text is None:
        yield from ("--data-binary", f"@{path_of(content) or '-'}")
    else:
        yield from ("--data-raw", _untold(text, essence(media_type)))


def is_told(name: str) -> bool:
    """Say by its name whether a part of a body is not for others."""
    return bool(_TOLD.search(name))


def _untold(text: str, media_type: str) -> str:
    """Put dots into the place of what is not for others: texts in JSON, and fields."""
    if is_json(media_type):
        return _STRINGS.sub(_dotted, text)
    if media_type == "application/x-www-form-urlencoded":
        pairs = [each.partition("=") for each in text.split("&")]
        return "&".join(
            f"{name}={_DOTS}" if is_told(name) else f"{name}{mark}{value}"
            for name, mark, value in pairs
        )
    return text


def _dotted(found: re.Match[str]) -> str:
    return f'{found[1]}"{_DOTS}"' if found[1] and is_told(found[2]) else found[0]


def text_of(content: bytes | Payload) -> str | None:
    """Return content that can stand in a command."""
    if not isinstance(content, bytes) or b"\0" in content:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def path_of(content: object) -> str:
    """Return where content can be read, if it is a file with a name."""
    file: object = getattr(content, "file", None)
    path: object = getattr(content, "path", None) or getattr(file, "name", None)
    # Files without a name are called by a number.
    is_known = isinstance(path, str) or hasattr(path, "__fspath__")
    return str(path) if is_known else ""


def _word(text: str) -> str:
    """Quote a word by the rules of POSIX shells, and let variables stand in it."""
    if "\0" not in text:
        return quote(text)
    pieces = _VARIABLE.split(text)
    literal = [re.sub(r'([\\"$`])', r"\\\1", each) for each in pieces[::2]]
    variables = [f"${{{name}}}" for name in pieces[1::2]] + [""]
    return '"' + "".join(a + b for a, b in zip(literal, variables, strict=True)) + '"'
