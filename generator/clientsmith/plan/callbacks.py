"""How callbacks are read: a function for each, named after what is called back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.ir import Api, Callback, Webhook, name_of
from clientsmith.pointer import Pointer

from .casing import argument_name
from .keys import CALLBACKS
from .operations import Planned
from .package import Received


class PlannedCallback(Struct, frozen=True):
    """A callback, what reads it, and after which call it comes."""

    callback: Callback
    name: str
    after: str
    """The call that asks for it, without `client.`; empty where no call does."""


def plan_callbacks(
    api: Api, planned: Iterable[Planned], pinned: Mapping[str, str]
) -> list[PlannedCallback]:
    """Name what reads each callback; what was published keeps its name."""
    calls = {one.operation.at: one.dotted for one in planned}
    after = {one: calls.get(one.operation, "") for one in api.callbacks}
    short = Counter(_short(one) for one in api.callbacks)
    taken: set[str] = set()
    names: dict[Callback, str] = {}
    for one in sorted(api.callbacks, key=lambda one: key_of(one) not in pinned):
        known = pinned.get(key_of(one))
        wanted = [known] if known else []
        wanted += [_short(one)] if short[_short(one)] == 1 else []
        names[one] = _take(taken, [*wanted, *_longer(one, after[one])])
    return [PlannedCallback(one, names[one], after[one]) for one in api.callbacks]


def calling_back(
    planned: Iterable[Planned], callbacks: Iterable[PlannedCallback]
) -> list[Planned]:
    """Tell each operation what reads the callbacks that it asks for."""
    found = defaultdict[Pointer, list[tuple[str, str]]](list)
    for one in callbacks:
        known = (f"webhooks.{one.name}", one.callback.expression)
        found[one.callback.operation].append(known)
    return [replace(one, callbacks=tuple(found[one.operation.at])) for one in planned]


def received_by(api: Api, callbacks: Iterable[PlannedCallback]) -> tuple[Received, ...]:
    """Say for the report what reads each webhook and each callback."""
    called = [(one, "webhooks.parse") for one in api.webhooks]
    called += [(one.callback.webhook, f"webhooks.{one.name}") for one in callbacks]
    return tuple(Received(str(one.at), call, _content(one)) for one, call in called)


def _content(webhook: Webhook) -> tuple[str, ...]:
    sent = [webhook.payload] if webhook.payload else []
    answered = [each for one in webhook.responses for each in one.content]
    return tuple(str(content.at) for content in (*sent, *answered))


def key_of(callback: Callback) -> str:
    """Return by what the lock knows a callback."""
    return f"{CALLBACKS}{str(callback.webhook.at).lstrip('#')}"


def _short(one: Callback) -> str:
    return f"parse_{argument_name(one.webhook.name)}"


def _longer(one: Callback, after: str) -> list[str]:
    """Return longer names: after the call, and then with the method."""
    called = argument_name(name_of(f"{after} {one.webhook.key}"))
    sent = argument_name(name_of(f"{after} {one.webhook.key} {one.webhook.method}"))
    return [f"parse_{called}", f"parse_{sent}"]


def _take(taken: set[str], wanted: Iterable[str]) -> str:
    names = list(wanted)
    name = next((one for one in names if one not in taken), names[-1])
    while name in taken:
        name += "_"
    taken.add(name)
    return name
