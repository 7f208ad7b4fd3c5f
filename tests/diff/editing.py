"""From a document to what callers see of it, as the command does it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from clientsmith.compare import Change, compare
from clientsmith.load import JSON, Source, load
from clientsmith.lower import Settings, lower
from clientsmith.plan import Options, decide
from clientsmith.resolve import resolve
from clientsmith.styles import EnumStyle
from clientsmith.surface import Surface
from clientsmith.surface.made import surface_of

SHOP = Path(__file__).parent / "shop.yaml"


@cache
def shop() -> Any:
    """Read the document that is edited."""
    outcome = load(Source("shop.yaml", SHOP.read_bytes()))

    assert outcome.value is not None
    return outcome.value.value


def surface(
    document: JSON, package: str = "shop", enums: EnumStyle = "literal"
) -> Surface:
    """Say what callers see of a document."""
    text = json.dumps(document).encode()
    return surface_of_source(Source("api.json", text), package, enums)


def surface_of_source(
    source: Source, package: str = "shop", enums: EnumStyle = "literal"
) -> Surface:
    """Say the same of a text."""
    document = load(source).value

    assert document is not None
    description = resolve(document).value

    assert description is not None
    lowered = lower(description, Settings()).value

    assert lowered is not None
    return surface_of(decide(lowered.api, Options(package, enums=enums)))


@cache
def shop_surface() -> Surface:
    """Say what callers see of the document that is edited."""
    return surface(shop())


def shown(changes: tuple[Change, ...]) -> list[str]:
    """Write changes for a report of a test."""
    return [
        f"{each.verdict} {each.action} {each.subject} {each.aspect} {each.place}: "
        f"{each.before and each.before.text!r} -> {each.after and each.after.text!r}"
        for each in changes
    ]


def compared(old: JSON, new: JSON) -> tuple[Change, ...]:
    """Compare two documents."""
    return compare(surface(old), surface(new))
