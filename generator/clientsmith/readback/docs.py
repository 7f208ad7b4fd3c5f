"""What docstrings say beside words of the description: bounds, defaults, deprecation.

This reads back what `plan.docs` has written.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

_OLD: Final = "Deprecated."
_OUTDATED: Final = re.compile(
    r"^\W{0,3}deprecated\b|\(deprecated\)|\b(?:is|are|been) deprecated\b", re.IGNORECASE
)
"""What the description says itself of what it advises against."""
_NUMBER: Final = r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?"
_KINDS: Final = {
    "character": "length",
    "characters": "length",
    "item": "items",
    "items": "items",
    "property": "properties",
    "properties": "properties",
}
_SIZE: Final = re.compile(
    rf"(?:From (?P<low>{_NUMBER}) to (?P<high>{_NUMBER})|Exactly (?P<both>{_NUMBER})"
    rf"|At least (?P<least>{_NUMBER})|At most (?P<most>{_NUMBER}))"
    rf" (?P<kind>{'|'.join(_KINDS)})\.$"
)
_WITHIN: Final = re.compile(rf"From (?P<low>{_NUMBER}) to (?P<high>{_NUMBER})\.$")
_RANGE: Final = re.compile(
    rf"(?:(?:at least|more than|at most|less than) {_NUMBER}(?: and |(?=\.$)))+\.$",
    re.IGNORECASE,
)
_LIMIT: Final = re.compile(
    rf"(at least|more than|at most|less than) ({_NUMBER}?)(?= and |\.$)", re.IGNORECASE
)
_RANGES: Final = {
    "at least": "minimum",
    "more than": "exclusive_minimum",
    "at most": "maximum",
    "less than": "exclusive_maximum",
}
_PLAIN: Final = {
    "multiple_of": re.compile(rf"A multiple of (?P<value>{_NUMBER})\.$"),
    "unique_items": re.compile(r"(?P<value>Each item once)\.$"),
    "patterns": re.compile(r"Patterns?: (?P<value>`.+?`(?: and `.+?`)*)\.$"),
    "others": re.compile(
        r"(?P<value>(?:(?:Some item fits|Does not fit|Names (?:match|are|fit)"
        r"|Other (?:items|properties) fit|If it fits|Anything but|Without) `"
        r"|With `[^`]+`, it fits `|No other (?:items|properties)"
        r"|(?:At least|At most|Exactly|From \d+ to) \d+ items fit `"
        r"|`[^`]+` requires `)[^.]*?"
        r"|Requires (?:exactly one of )?`[^`]+`(?:(?:,| with) `[^`]+`)* or `[^`]+`"
        r"(?: with `[^`]+`)*)\.$"
    ),
}
_DEFAULT: Final = re.compile(r"Default: `(?P<value>.+?)`\.$")
_SECTION: Final = re.compile(r"^(Args|Calls back|Headers|Keys|Raises):$")
_ROW: Final = re.compile(r"^    (?P<name>[^\s:][^:]*):(?: (?P<text>.*))?$")


class Said(Struct, frozen=True):
    """What is said of something, each part of it on its own."""

    docs: str = ""
    default: str | None = None
    limits: tuple[tuple[str, str], ...] = ()
    deprecated: bool = False


def in_line(text: str) -> str:
    """Return a text without its line breaks, which are those of a width."""
    return " ".join(text.split())


def said_in(text: str) -> Said:
    """Tell apart what a docstring says of a value."""
    left = in_line(text)
    default, left = _cut_default(left)
    limits: dict[str, str] = {}
    others: list[str] = []
    while (cut := _cut_limits(left)) is not None:
        found, left = cut
        others = [*filter(None, [found.pop("others", "")]), *others]
        limits = {**found, **limits}
    if others:
        limits["others"] = json.dumps(others)
    deprecated = _OUTDATED.search(left) is not None
    # What is added to a text ends the text with a full stop.
    docs = left.removeprefix(_OLD).strip().removesuffix(".")
    return Said(docs, default, tuple(sorted(limits.items())), deprecated)


def _cut_default(text: str) -> tuple[str | None, str]:
    found = _DEFAULT.search(text)
    if found is None or not _is_whole(text, found):
        return None, text
    try:
        value = json.loads(found["value"])
    except ValueError:
        return None, text
    return json.dumps(value, sort_keys=True), text[: found.start()].strip()


def _cut_limits(text: str) -> tuple[dict[str, str], str] | None:
    """Cut the last limit off a text, if it ends with one."""
    for read in (_sized, _within, _ranged, _stated):
        found = read(text)
        if found is not None:
            limits, start = found
            return limits, text[:start].strip()
    return None


def _is_whole(text: str, found: re.Match[str]) -> bool:
    """Tell whether what was found is a sentence, and not the end of one."""
    before = text[: found.start()].rstrip()
    return not before or before[-1] in ".!?:…)`\"'"


def _sized(text: str) -> tuple[dict[str, str], int] | None:
    found = _SIZE.search(text)
    if found is None or not _is_whole(text, found):
        return None
    kind = _KINDS[found["kind"]]
    low = found["low"] or found["both"] or found["least"]
    high = found["high"] or found["both"] or found["most"]
    pairs = ((f"min_{kind}", low), (f"max_{kind}", high))
    return {name: value for name, value in pairs if value}, found.start()


def _within(text: str) -> tuple[dict[str, str], int] | None:
    found = _WITHIN.search(text)
    if found is None or not _is_whole(text, found):
        return None
    return {"minimum": found["low"], "maximum": found["high"]}, found.start()


def _ranged(text: str) -> tuple[dict[str, str], int] | None:
    found = _RANGE.search(text)
    if found is None or not _is_whole(text, found):
        return None
    pairs = _LIMIT.findall(found[0])
    return {_RANGES[words.lower()]: value for words, value in pairs}, found.start()


def _stated(text: str) -> tuple[dict[str, str], int] | None:
    for name, pattern in _PLAIN.items():
        found = pattern.search(text)
        if found is not None and _is_whole(text, found):
            return {name: _value(name, found["value"])}, found.start()
    return None


def _value(name: str, text: str) -> str:
    match name:
        case "unique_items":
            return "True"
        case "patterns":
            return json.dumps(text[1:-1].split("` and `"))
        case _:
            return text


class Parts(Struct, frozen=True):
    """A docstring: what it says, and the rows of the sections after that."""

    about: str
    sections: Mapping[str, Mapping[str, str]]


def parts_of(text: str) -> Parts:
    """Split a docstring at its sections."""
    about: list[str] = []
    sections: dict[str, dict[str, str]] = {}
    rows: dict[str, str] | None = None
    row = ""
    for line in text.split("\n"):
        title, entry = _SECTION.match(line), _ROW.match(line)
        if title:
            rows = sections.setdefault(title[1], {})
        elif rows is None:
            about.append(line)
        elif entry and not line.startswith(" " * 5):
            row = entry["name"]
            rows[row] = entry["text"] or ""
        elif row in rows and line.strip():
            rows[row] = f"{rows[row]} {line.strip()}".strip()
    return Parts("\n".join(about).strip(), sections)


def docstring_of(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> str:
    """Return the docstring of a class, a function or a module."""
    return ast.get_docstring(node) or ""


def with_docstrings(body: list[ast.stmt]) -> Iterator[tuple[ast.stmt, str]]:
    """Yield statements with what is said right below them."""
    following = [*body[1:], ast.Pass()]
    for node, below in zip(body, following, strict=False):
        match below:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield node, text
            case _:
                yield node, ""


def own_words(docs: str, name: str) -> str:
    """Return what is said of a thing, unless it only repeats what it is called."""
    known = {_stem(word) for word in _words(name)}
    told = {_stem(word) for word in _words(docs)}
    return "" if told <= known else docs


_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    """Return a word as it is in singular, more or less."""
    for end, stem in (("ies", "y"), ("ses", "s"), ("xes", "x"), ("s", "")):
        if word.endswith(end) and len(word) > len(end) + 1:
            return word.removesuffix(end) + stem
    return word
