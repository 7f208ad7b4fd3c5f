"""What schemas assert in words, for those that nothing plainer tells apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, cast

from clientsmith.ir import case_of, name_of, spelled
from clientsmith.pointer import parse_reference

from .canonical import Canonical, canonical
from .context import SchemaLike

Detail: TypeAlias = tuple[int, str, str]
"""How badly it reads, what it is about, and what is said of that."""

_Path: TypeAlias = tuple[str, ...]
"""Keys and keywords on the way to a value."""

_KEYED = frozenset({"dependentSchemas", "properties"})
_SILENT = frozenset({"allOf", "anyOf", "items", "oneOf"})
"""Keywords whose schemas speak of what is around them, or of each item of it."""
_PLAIN = frozenset({"const", "enum", "format", "type"})
"""Keywords whose values say by themselves what they mean."""
_MOST_WORDS = 6
"""What takes more of them, such as a long pattern, is told by the first of them."""
_ALOUD, _CASED = 100, 200
"""How much worse a part of a text reads than all of it, and its case."""


def details(node: SchemaLike) -> Iterator[Detail]:
    """Yield everything that a schema asserts and words can say."""
    return _of_schema(canonical(node), ())


def _of_schema(said: Canonical, path: _Path) -> Iterator[Detail]:
    for keyword, value in said.items():
        yield from _of_keyword(keyword, value, path)


def _of_keyword(keyword: str, value: object, path: _Path) -> Iterator[Detail]:
    here = path if keyword in _SILENT else (*path, keyword)
    match value:
        case dict() if keyword in _KEYED:
            members = cast("Mapping[str, Canonical]", value)
            for key, member in members.items():
                yield from _aloud(path, key)
                yield from _of_schema(member, (*path, key))
        case dict() if keyword not in _PLAIN:
            yield from _of_schema(cast("Canonical", value), here)
        case list() if keyword == "prefixItems":
            items = cast("list[Canonical]", value)
            yield _detail(path, " ".join(map(_kind, items)))
            for item in items:
                yield from _of_schema(item, path)
        case list():
            for inner in cast("list[object]", value):
                yield from _of_keyword(keyword, inner, path)
        case str() if keyword != "$ref":
            about = path if keyword in _PLAIN else here
            yield _detail(about, value)
            yield from _aloud(about, value)
        case _:
            yield _detail(path if keyword in _PLAIN else here, _text(value))


def _detail(path: _Path, said: str, badly: int = 0) -> Detail:
    words = name_of(said).lower.words[:_MOST_WORDS]
    about = name_of(" ".join(path)).lower.words
    return badly + len(path), " ".join(about), " ".join(words)


def _aloud(path: _Path, text: str) -> Iterator[Detail]:
    """Yield what a text is made of, and how it is written."""
    for word in name_of(text).words:
        yield _detail(path, word, _ALOUD)
    for char in text:
        if not char.isalnum():
            _, spoken, _ = spelled(char)
            yield _detail(path, " ".join(spoken.words), _ALOUD)
    if text.lower() != text.upper():
        yield _detail(path, f"{text} {case_of(text)}", _CASED)


def _text(value: object) -> str:
    """Return a value in words; what is true is said by its keyword."""
    match value:
        case bool():
            return "" if value else "false"
        case int() | float():
            number = f"{value:.15g}".replace("-", "minus ")
            return number.replace(".", " point ")
        case str():
            return parse_reference(value).name
        case _:
            return ""


def _kind(said: Canonical) -> str:
    """Return what an item of a tuple is, in a word."""
    found = said.get("$ref") or said.get("format") or said.get("type") or "any"
    return parse_reference(str(found)).name if "$ref" in said else str(found)
