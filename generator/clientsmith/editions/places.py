"""Where each thing is described that callers find at a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from clientsmith.compare import thing_of
from clientsmith.pointer import Pointer
from clientsmith.surface import Definition, Method, Parameter, Record, Surface


def pointers_in(surface: Surface) -> dict[str, Pointer]:
    """Return what describes each thing, by its place."""
    found: dict[str, Pointer] = {}
    for place, at in _places(surface):
        if at is not None:
            found.setdefault(place, at)
    return found


def around(surface: Surface) -> Callable[[str], Pointer]:
    """Find what describes a thing, or holds it, or would be around it."""
    known = pointers_in(surface)

    def find(place: str) -> Pointer:
        found = known.get(place) or known.get(thing_of(place))
        return found or _AROUND.get(place.partition(".")[0], Pointer())

    return find


_SCHEMAS: Final = Pointer() / "components" / "schemas"
_AROUND: Final = {
    "client": Pointer() / "paths",
    "models": _SCHEMAS,
    "params": _SCHEMAS,
    "webhooks": Pointer() / "webhooks",
}


def _places(surface: Surface) -> Iterator[tuple[str, Pointer | None]]:
    for method in surface.methods:
        yield from _of_call(method)
    for one in surface.definitions:
        yield from _of_definition(one)
    yield from _of(surface.options, "Client({}=)")
    for event in surface.events:
        yield f'webhooks.parse() "{event.name}"', event.at
    for reader in surface.readers:
        yield f"webhooks.{reader.name}()", reader.at


def _of_call(method: Method) -> Iterator[tuple[str, Pointer | None]]:
    place = f"client.{method.name}"
    yield place, method.at
    for overload in method.overloads:
        yield from _of(overload.parameters, f"{place}({{}}=)")
    yield from _of(method.headers, f"{place}() {{}}")


def _of_definition(one: Definition) -> Iterator[tuple[str, Pointer | None]]:
    yield one.name, one.at
    if isinstance(one, Record):
        is_sent = one.name.startswith("params.")
        yield from _of(one.fields, one.name + ('["{}"]' if is_sent else ".{}"))


def _of(
    parameters: Iterable[Parameter], place: str
) -> Iterator[tuple[str, Pointer | None]]:
    yield from ((place.format(one.name), one.at) for one in parameters)
