"""What is there beside calls and classes: errors, webhooks, clients and servers."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from clientsmith.pointer import Pointer
from clientsmith.surface import NONE, ErrorClass, Event, Parameter, Surface, spelled

from .changes import Change, Side, Subject, breaks, changed, fits
from .fitting import Fitting
from .given import Givers, pair_given
from .pairs import Pairs, pair
from .read import type_changed
from .spots import Spot, added, removed, told

_NEW_ERROR = fits("it is a kind of what was raised before")
_NO_ERROR = breaks("code that names it fails")
_NEW_EVENT = fits("it arrived as something unknown before")
_NO_EVENT = breaks("code that waits for it waits in vain", unseen=True)
_NEW_READER = fits("nobody calls it yet")
_NO_READER = breaks("code that calls it fails")
_RENAMED = breaks("code that calls it by its old name fails")
_ADDRESS = "base_url"
_ELSEWHERE = fits("code stays as it is; calls go elsewhere unless it says where")


def pair_errors(old: Surface, new: Surface) -> Pairs[ErrorClass]:
    """Find what each error has become."""
    return pair(old.errors, new.errors, _by_name)


def pair_events(before: Iterable[Event], after: Iterable[Event]) -> Pairs[Event]:
    """Find what each webhook or reader has become: by its name, or its place."""
    return pair(before, after, _by_name, _by_place)


def errors_changed(old: Surface, new: Surface, read: Fitting) -> Iterator[Change]:
    """Compare the classes that calls raise."""
    pairs, raised, now = pair_errors(old, new), _raised(old), _raised(new)
    for one in pairs.removed:
        at = raised.get(one.name)
        yield removed("error", f"errors.{one.name}", "class", at, _NO_ERROR)
    for one in pairs.added:
        at = now.get(one.name)
        yield added("error", f"errors.{one.name}", "class", at, _NEW_ERROR)
    for mine, other in pairs.both:
        place = f"errors.{mine.name}.body"
        spot = Spot("error", place, place, raised.get(mine.name), now.get(other.name))
        yield from type_changed(spot, mine.body or NONE, other.body or NONE, read)


def _raised(surface: Surface) -> dict[str, Pointer | None]:
    """Say of each error where the first status is described that it stands for."""
    found = (one for method in surface.methods for one in method.failures)
    return {one.error: one.at for one in reversed([*found])}


def events_changed(old: Surface, new: Surface, read: Fitting) -> Iterator[Change]:
    """Compare what arrives by itself."""
    pairs = pair_events(old.events, new.events)
    for one in pairs.removed:
        yield removed("webhook", event_place(one), spelled(one.type), one.at, _NO_EVENT)
    for one in pairs.added:
        yield added("webhook", event_place(one), spelled(one.type), one.at, _NEW_EVENT)
    for mine, other in pairs.both:
        yield from _event_changed(
            "webhook", event_place(mine), event_place(other), mine, other, read
        )


def readers_changed(old: Surface, new: Surface, read: Fitting) -> Iterator[Change]:
    """Compare the functions that read callbacks."""
    pairs = pair_events(old.readers, new.readers)
    for one in pairs.removed:
        text = spelled(one.type)
        yield removed("callback", reader_place(one), text, one.at, _NO_READER)
    for one in pairs.added:
        text = spelled(one.type)
        yield added("callback", reader_place(one), text, one.at, _NEW_READER)
    for mine, other in pairs.both:
        places = reader_place(mine), reader_place(other)
        yield from _event_changed("callback", *places, mine, other, read)


def _event_changed(
    subject: Subject, place: str, later: str, old: Event, new: Event, read: Fitting
) -> Iterator[Change]:
    spot = Spot(subject, place, later, old.at, new.at)
    if old.name != new.name:
        yield spot.says("name", _RENAMED, old.name, new.name)
    yield from type_changed(spot, old.type, new.type, read)
    yield from told(spot, old, new)


def options_changed(old: Surface, new: Surface, given: Fitting) -> Iterator[Change]:
    """Compare what clients are made with."""
    givers = Givers("option", _option, _option, given)
    yield from givers.compare(old.options, new.options)


def options_renamed(old: Surface, new: Surface) -> dict[str, str]:
    """List what arguments of clients are called now that were called otherwise."""
    pairs = pair_given(old.options, new.options)
    return {one.name: other.name for one, other in pairs.both if one.name != other.name}


def servers_changed(old: Surface, new: Surface) -> Iterator[Change]:
    """Compare where calls go by themselves.

    Where somebody has to say it now, or no longer has to, that is the change.
    """
    before, after = _server(old), _server(new)
    if before.text != after.text and _is_told(old) == _is_told(new):
        yield changed("changed", "server", "default", _ELSEWHERE, before, after)


def _server(surface: Surface) -> Side:
    at = next((one.at for one in surface.options if one.name == _ADDRESS), None)
    return Side(f"Client({_ADDRESS}=)", "".join(surface.servers[:1]), at)


def _is_told(surface: Surface) -> bool:
    """Tell whether somebody has to say where the API is."""
    return any(one.name == _ADDRESS and one.required for one in surface.options)


def _option(one: Parameter) -> str:
    return f"Client({one.name}=)"


def event_place(one: Event) -> str:
    """Say where a webhook is found."""
    return f'webhooks.parse() "{one.name}"'


def reader_place(one: Event) -> str:
    """Say where a function is found that reads a callback."""
    return f"webhooks.{one.name}()"


def _by_name(one: ErrorClass | Event) -> Iterator[Hashable]:
    yield one.name


def _by_place(one: Event) -> Iterator[Hashable]:
    if one.at is not None:
        yield str(one.at)
