"""What a description says of what becomes Python, and where a package says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from clientsmith.report import Report
from clientsmith.write import File
from corpus.texts import Texts, placed

_POSTED = "post/requestBody/content/application~1json/schema/properties"
SAID_OTHERWISE = {
    # Every variant of the body says it in its own words.
    "vercel": {
        f"#/paths/~1v2~1domains~1{{domain}}~1records/{_POSTED}/type",
        f"#/paths/~1v7~1domains/{_POSTED}/method",
    },
}
"""Places whose own words are nowhere in a package, for a reason."""

_WORDS = 6
_NESTED = ("allOf", "anyOf", "oneOf", "prefixItems")
_MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|\]\([^()\s]*\)|\]\[[^\]\s]*\]")
_APART = re.compile(r"[\W_]+")


def unsaid(files: Iterable[File], texts: Texts, report: Report) -> set[str]:
    """List the places whose first words are nowhere in a package."""
    said = _plain(" ".join(file.text for file in files if "_runtime" not in file.path))
    return {at for at, text in _told(texts, report) if _start(text) not in said}


def _told(texts: Texts, report: Report) -> Iterator[tuple[str, str]]:
    """Yield what is said of operations, parameters, schemas and their properties."""
    for entry in (*report.operations, *report.parameters, *report.schemas):
        if entry.status == "emitted":
            value = texts.at(placed(entry.pointer))
            yield from _own(value, entry.pointer)
            yield from _schemas(value, entry.pointer)
    for entry in report.media_types:
        if entry.status == "emitted":
            yield from _schemas(texts.at(placed(entry.pointer)), entry.pointer)


def _schemas(value: Any, at: str) -> Iterator[tuple[str, str]]:
    """Yield what is said in a schema, or in that of a parameter or a body."""
    yield from _schema(value, at)
    if isinstance(value, dict):
        yield from _schema(value.get("schema"), f"{at}/schema")


def _schema(value: Any, at: str) -> Iterator[tuple[str, str]]:
    """Yield what is said of properties, as deep as schemas have no name."""
    if not isinstance(value, dict) or "$ref" in value:
        return
    for key, each in value.get("properties", {}).items():
        place = f"{at}/properties/{key.replace('~', '~0').replace('/', '~1')}"
        if not _is_written(each):
            yield from _own(each, place)
            yield from _schema(each, place)
    for keyword in ("items", "additionalProperties"):
        yield from _schema(value.get(keyword), f"{at}/{keyword}")
    for keyword in _NESTED:
        for index, each in enumerate(value.get(keyword, ())):
            yield from _schema(each, f"{at}/{keyword}/{index}")


def _is_written(value: Any) -> bool:
    """Tell whether a property is never read, so that models do not have it."""
    if not isinstance(value, dict):
        return False
    alternatives = [*value.get("anyOf", ()), *value.get("allOf", ())]
    return value.get("writeOnly") is True or any(map(_is_written, alternatives))


def _own(value: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and isinstance(value.get("description"), str):
        # What is said of a parameter in one line is its first paragraph.
        yield at, value["description"].strip().partition("\n\n")[0]


def _start(text: str) -> str:
    """Return the first words, as far as they are no markup."""
    return " ".join(_plain(text).split()[:_WORDS])


def _plain(text: str) -> str:
    return _APART.sub(" ", _MARKUP.sub(" ", text)).lower()
