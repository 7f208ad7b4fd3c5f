"""Tells from a payload and its headers which event arrived, and which type it has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from .any_json import loads
from .kinds import is_object
from .webhook_errors import WebhookPayloadError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["ByHeader", "ByShape", "ByTag", "Events", "kind_of"]

Kind: TypeAlias = "Callable[[], Any]"
"""Gives the type of a payload when it is needed, so that others are not imported."""


@dataclass(frozen=True, slots=True)
class ByTag:
    """Events are told apart by a property of the payload.

    `by_name`, it holds a name, however a sender writes that: `pull_request`,
    `pull-request` and `PullRequest` are one.
    """

    property: str
    events: Mapping[str, ByTag | Kind]
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class ByHeader:
    """Events are told apart by a header, and then perhaps by a property."""

    header: str
    events: Mapping[str, ByTag | Kind]
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class ByShape:
    """Nothing says which event it is; what fits best is taken."""

    kind: Kind


Events: TypeAlias = "ByHeader | ByTag | ByShape"


def kind_of(events: Events, body: bytes, headers: Mapping[str, str]) -> Any:
    """Return the type of an event, and None for one that is not known.

    The names of `headers` are in lower case.

    Raises:
        WebhookPayloadError: The header that says so is missing, or it is not JSON.
    """
    found: Events | Kind | None = events
    while isinstance(found, ByTag | ByHeader):
        found = _find(found, _told(found, body, headers))
    if isinstance(found, ByShape):
        found = found.kind
    return found and found()


def _told(by: ByTag | ByHeader, body: bytes, headers: Mapping[str, str]) -> str:
    """Return the word that chooses."""
    if isinstance(by, ByTag):
        return _tag(body, by.property)
    if by.header.lower() not in headers:
        raise WebhookPayloadError(f"no header `{by.header}` says which event this is")
    return headers[by.header.lower()]


def _tag(body: bytes, name: str) -> str:
    try:
        value: object = loads(body)
    except ValueError:
        raise WebhookPayloadError("the payload is not JSON") from None
    tag = value.get(name) if is_object(value) else None
    if isinstance(tag, bool):
        return "true" if tag else "false"
    return str(tag) if isinstance(tag, str | int) else ""


def _find(by: ByTag | ByHeader, told: str) -> ByTag | Kind | None:
    if told in by.events or not by.by_name:
        return by.events.get(told)
    named = {_folded(name): events for name, events in by.events.items()}
    return named.get(_folded(told))


def _folded(name: str) -> str:
    """Write a name in one way: words in lower case, joined by underscores."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"[\W_]+", "_", apart).strip("_").lower()
