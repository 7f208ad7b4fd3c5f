"""Draws a text from where it comes from: what is published, as it is published."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, Position, error
from clientsmith.load import Source
from clientsmith.load.fetch import Fetched, Unreachable, fetch
from clientsmith.load.version import Version

from .objects import describe
from .processes import run
from .records import Page, Record
from .upstream import Addresses, Command, PythonObject, SourceFile
from .variables import filled


class Drawn(Struct, frozen=True):
    """The texts that a file is made from; none where nothing has changed."""

    texts: tuple[Source, ...] | None
    pages: tuple[Page, ...] = ()


def draw(source: SourceFile, known: Record | None) -> Outcome[Drawn]:
    """Ask for the texts of a file, which it may be `known` to be made from."""
    match source.upstream:
        case Addresses() as addresses:
            return _fetched(addresses, source.at, known)
        case Command(words=words):
            return _said(words, source)
        case PythonObject(name=name):
            text = describe(name, source.folder, source.at)
            drawn = text.value and Drawn((Source(name, text.value),))
            return Outcome(drawn or None, text.diagnostics)
        case _:
            assert_never(source.upstream)


def _fetched(
    addresses: Addresses, at: Position, known: Record | None
) -> Outcome[Drawn]:
    headers = filled(addresses.headers, os.environ, at)
    if headers.value is None:
        return Outcome(None, headers.diagnostics)
    versions = {page.url: page.version for page in known.pages} if known else {}
    if versions.keys() != {*addresses.urls}:
        versions = {}
    first = [_page(url, headers.value, versions, at) for url in addresses.urls]
    if versions and all(each.value and each.value.texts is None for each in first):
        return Outcome(Drawn(None))
    # A file of several pages is made anew, and what has not changed is in it, too.
    whole = [
        _page(url, headers.value, {}, at)
        if each.value and each.value.texts is None
        else each
        for url, each in zip(addresses.urls, first, strict=True)
    ]
    problems = tuple(problem for each in whole for problem in each.diagnostics)
    drawn = [each.value for each in whole if each.value]
    if problems:
        return Outcome(None, problems)
    texts = tuple(text for each in drawn for text in each.texts or ())
    return Outcome(Drawn(texts, tuple(page for each in drawn for page in each.pages)))


def _page(
    url: str,
    headers: Mapping[str, str],
    versions: Mapping[str, Version],
    at: Position,
) -> Outcome[Drawn]:
    fetched = fetch(url, None, headers, versions.get(url, Version()))
    asked_before = versions.get(url, Version()) != Version()
    if isinstance(fetched, Fetched) and fetched.content is None and not asked_before:
        fetched = Unreachable("the server says that it is as before, unasked")
    if isinstance(fetched, Unreachable):
        return Outcome(None, (_unreachable(url, fetched, at),))
    page = Page(url, fetched.version.etag, fetched.version.last_modified)
    if fetched.content is None:
        return Outcome(Drawn(None, (page,)))
    return Outcome(Drawn((Source(url, fetched.content),), (page,)))


def _said(words: tuple[str, ...], source: SourceFile) -> Outcome[Drawn]:
    ended = run(words, source.folder, os.environ)
    if isinstance(ended, str):
        return Outcome(None, (_failed(source, ended),))
    if ended.code:
        said = f": {ended.last_words}" if ended.last_words else ""
        return Outcome(None, (_failed(source, f"it ended with {ended.code}{said}"),))
    return Outcome(Drawn((Source(words[0], ended.output),)))


def _unreachable(url: str, why: Unreachable, at: Position) -> Diagnostic:
    return error(
        "source-unreachable",
        f"{url} cannot be fetched: {why.reason}",
        at,
        hint=_REMEDIES.get(why.status, "try again, or check the address"),
        exit=Exit.NETWORK,
    )


_LOGIN = 'give it what it wants: headers = { Authorization = "Bearer ${TOKEN}" }'
_REMEDIES = {401: _LOGIN, 403: _LOGIN, 404: "check the address"}


def _failed(source: SourceFile, reason: str) -> Diagnostic:
    return error(
        "source-command",
        f"{source.upstream} gives no description: {reason}",
        source.at,
        hint="run it in the folder of the configuration; it has to write the "
        "description, and nothing else, to standard output",
        exit=Exit.NETWORK,
    )
