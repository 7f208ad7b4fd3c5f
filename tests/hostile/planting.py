"""Puts a text into the places where a description has texts, one by one or all at once.

The description is FastRouter's as it is published, with furniture: whatever else the
specification has a text for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from clientsmith.load import Source, load
from clientsmith.pipeline import Compiled, compile_description
from clientsmith.plan import Options
from clientsmith.policy import Policy

FOLDER = Path(__file__).parent
PAGE = FOLDER.parents[1] / "spec" / "fastrouter" / "chat-completions.md"
FURNITURE = FOLDER / "furniture.yaml"

Spell: TypeAlias = Callable[[str], str]
"""What a text becomes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: as a value, or as the name of one."""

    steps: tuple[str | int, ...]
    is_name: bool

    def __str__(self) -> str:
        """Show it as a pointer."""
        return "/".join(map(str, self.steps)) + (" (name)" if self.is_name else "")


@cache
def description() -> Any:
    """Read both descriptions as one."""
    whole, other = (_read(path) for path in (PAGE, FURNITURE))
    for key, value in other.items():
        match whole.get(key):
            case list() as listed:
                listed += value
            case dict() as members if key in {"components", "paths"}:
                for name, each in value.items():
                    members[name] = {**members.get(name, {}), **each}
            case _:
                whole[key] = value
    return whole


def _read(path: Path) -> Any:
    document = load(Source(path.name, path.read_bytes()), (), None).value
    assert document is not None
    return deepcopy(document.value)


def places(value: Any, steps: tuple[str | int, ...] = ()) -> Iterator[Place]:
    """List every text of a value."""
    match value:
        case str():
            yield Place(steps, is_name=False)
        case dict():
            for key, each in value.items():
                yield Place((*steps, key), is_name=True)
                yield from places(each, (*steps, key))
        case list():
            for index, each in enumerate(value):
                yield from places(each, (*steps, index))
        case _:
            pass


def planted(place: Place, text: str) -> Any:
    """Put a text into one place."""
    whole = deepcopy(description())
    parent = whole
    for step in place.steps[:-1]:
        parent = parent[step]
    last = place.steps[-1]
    if place.is_name:
        members = {text if key == last else key: each for key, each in parent.items()}
        parent.clear()
        parent.update(members)
    else:
        parent[last] = text
    return whole


def spelled(spell: Spell) -> Any:
    """Spell every text otherwise that is up to the author, and no other one."""
    whole = description()
    names = {
        f"#/components/{kind}/{name}": spell(name)
        for kind, listed in whole["components"].items()
        for name in listed
    }
    return _spelled(whole, spell, names, "")


def _spelled(value: Any, spell: Spell, names: dict[str, str], within: str) -> Any:
    match value:
        case {"$ref": str(target)} if target in names:
            kind, _, _ = target.removeprefix("#/components/").partition("/")
            escaped = names[target].replace("~", "~0").replace("/", "~1")
            return {**value, "$ref": f"#/components/{kind}/{_quoted(escaped)}"}
        case dict():
            own = within in _NAMED
            return {
                (spell(key) if own and key not in _MEANT else key): _spelled(
                    each, spell, names, "" if own else key
                )
                for key, each in value.items()
            }
        case list():
            return [_spelled(each, spell, names, within) for each in value]
        case str() if within in _WRITTEN:
            return spell(value)
        case _:
            return value


def _quoted(text: str) -> str:
    return "".join(c if c.isalnum() else _percent(c) for c in text)


def _percent(char: str) -> str:
    if char in "~/":
        return char
    return "".join(f"%{byte:02X}" for byte in char.encode(errors="surrogatepass"))


_WRITTEN = frozenset(
    {
        *("$comment", "const", "default", "description", "email", "enum", "example"),
        *("examples", "identifier", "namespace", "notes", "operationId", "pattern"),
        *("prefix", "propertyName", "required", "summary", "tags"),
        *("termsOfService", "title", "value"),
        *("x-clientsmith-terminator", "x-enum-descriptions", "x-enum-varnames"),
        "x-made-by",
    }
)
"""Keys of texts that say something, and are no syntax."""
_NAMED = frozenset(
    {
        *("$defs", "callbacks", "content", "encoding", "examples", "headers"),
        *("links", "parameters", "patternProperties", "properties", "requestBodies"),
        *("responses", "schemas", "scopes", "webhooks"),
    }
)
"""Objects whose keys are the author's."""
_MEANT = frozenset({"default", "4XX", *map(str, range(100, 600))})
"""Keys of responses that are statuses."""


def compiled(document: Any) -> Compiled:
    """Compile a document, whatever is wrong with it."""
    source = Source("api.json", json.dumps(document).encode())
    policy = Policy((("all", "warn"),))
    return compile_description(source, (), Options("planted"), policy=policy)
