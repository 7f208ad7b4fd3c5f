"""Shorthands of these tests: texts in, values and shown problems out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientsmith.excerpts import show
from clientsmith.load import JSON, Document, Source, Sources, load
from clientsmith.pointer import Pointer

if TYPE_CHECKING:
    from clientsmith.diagnostics import Diagnostic


def document(text: str | bytes, *overlays: str, name: str = "api.yaml") -> Document:
    """Load a text that is expected to be sound."""
    sources = _sources(name, text, overlays)
    outcome = load(sources[0], sources[1:])

    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def value(text: str | bytes, *overlays: str, name: str = "api.yaml") -> JSON:
    """Load the values of a text that is expected to be sound."""
    return document(text, *overlays, name=name).value


def problems(
    text: str | bytes,
    *overlays: str,
    name: str = "api.yaml",
) -> tuple[Diagnostic, ...]:
    """List what is wrong with a text."""
    sources = _sources(name, text, overlays)
    return load(sources[0], sources[1:]).diagnostics


def places(
    text: str | bytes,
    *overlays: str,
    name: str = "api.yaml",
) -> list[str]:
    """List what is wrong with a text as `file:line:column code`."""
    return [f"{each.at} {each.code}" for each in problems(text, *overlays, name=name)]


def shown(text: str | bytes, *overlays: str, name: str = "api.yaml") -> list[str]:
    """Show what is wrong with a text."""
    sources = _sources(name, text, overlays)
    outcome = load(sources[0], sources[1:])
    return show(outcome.diagnostics, outcome.value or Sources(sources))


def at(text: Document, *steps: str) -> str:
    """Locate a value, as `file:line:column`."""
    return str(text.locate(Pointer("", steps)))


def _sources(
    name: str,
    text: str | bytes,
    overlays: tuple[str, ...],
) -> tuple[Source, ...]:
    main = text if isinstance(text, bytes) else text.encode()
    others = [
        Source(f"overlay-{number}.yaml", overlay.encode())
        for number, overlay in enumerate(overlays, 1)
    ]
    return (Source(name, main), *others)
