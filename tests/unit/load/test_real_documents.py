"""Real descriptions load, and their values are found where they stand."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clientsmith.load import JSON, Document, Source, load
from clientsmith.pointer import Pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = os.environ.get("CLIENTSMITH_CORPUS")
NAMES = ("notion.json", "resend.yaml", "scalar-galaxy.yaml", "petstore-3.1.json")

pytestmark = pytest.mark.skipif(
    FOLDER is None,
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)


def read(name: str) -> Document:
    """Load a real description."""
    outcome = load(Source(name, Path(FOLDER or "", name).read_bytes()))

    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def properties(value: JSON, at: Pointer) -> Iterator[Pointer]:
    """List the places of all properties."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield at / key
            yield from properties(held, at / key)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from properties(item, at / index)


@pytest.mark.parametrize("name", NAMES)
def test_every_property_stands_at_its_key(name: str) -> None:
    """The text at the place of a property begins with its name."""
    document = read(name)
    lines = (document.text_of(name) or "").split("\n")
    for pointer in islice(properties(document.value, Pointer()), 0, None, 7):
        position = document.locate(pointer)

        assert position is not None
        rest = lines[position.line - 1][position.column - 1 :].lstrip("\"'")
        assert rest.startswith(pointer.last)
