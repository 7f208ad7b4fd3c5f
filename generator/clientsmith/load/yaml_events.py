"""Parses YAML into events with ruamel.yaml, the only module that imports it.

https://yaml.org/spec/1.2.2/#31-processes
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator


class Mark(Protocol):
    """Where an event begins, in characters from the start."""

    index: int


class Event(Protocol):
    """What all events share; which attributes are present depends on the kind."""

    start_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    implicit: tuple[bool, bool]


class _Parser(Protocol):
    def parse(self, stream: str) -> Iterator[Event]: ...


class YamlSyntaxError(Exception):
    """The text is not YAML."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


def fast_events(content: str) -> Iterator[Event]:
    """Parse with libyaml, which refuses a few legal texts.

    Raises:
        YamlSyntaxError: It refused.
    """
    return _events(content, pure=False)


def pure_events(content: str) -> Iterator[Event]:
    """Parse with the Python parser: about twenty times slower, and complete.

    Raises:
        YamlSyntaxError: The text is not YAML.
    """
    for event in _events(content, pure=True):
        if kind_of_event(event) == "ScalarEvent" and not event.value.isascii():
            event.value = _join_surrogates(event)
        yield event


def kind_of_event(event: Event) -> str:
    """Name the kind of an event: its class in ruamel.yaml."""
    return type(event).__name__


def _events(content: str, *, pure: bool) -> Iterator[Event]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    # ruamel.yaml has no types of its own.
    parser = cast("_Parser", YAML(typ="safe", pure=pure))
    try:
        yield from parser.parse(content)
    except (YAMLError, ValueError, IndexError, OverflowError) as fault:
        # Not only YAMLError: bad escapes and directives end in the parser's own bugs.
        raise YamlSyntaxError(_reason(fault), _offset(content, fault)) from fault


def _reason(fault: Exception) -> str:
    reason = (
        getattr(fault, "problem", None)
        or getattr(fault, "reason", None)
        or str(fault).partition("\n")[0]
    )
    context = getattr(fault, "context", None)
    return f"{context}: {reason}" if context else str(reason)


def _offset(content: str, fault: Exception) -> int:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    if mark is not None:
        return min(int(mark.index), len(content))
    character = getattr(fault, "character", None)
    if isinstance(character, int):
        # libyaml counts bytes here, the Python reader characters.
        return max(content.find(chr(character)), 0)
    return 0


def _join_surrogates(event: Event) -> str:
    # "\ud83d\ude00" is one character in JSON, and so in the YAML that contains it.
    try:
        return event.value.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError as fault:
        reason = "half of a surrogate pair is no character"
        raise YamlSyntaxError(reason, event.start_mark.index) from fault
