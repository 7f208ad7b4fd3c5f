"""From the files of a package to what callers see of it; nothing of it is imported."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from clientsmith.deep import deeply
from clientsmith.diagnostics import Outcome, Position
from clientsmith.surface import Surface, with_ways

from .beside import errors_of, events_of, readers_of, statuses_of
from .calls import Calls, names_in
from .client import CLIENT, client_of, options_of
from .definitions import definitions_of
from .files import PackageFiles
from .statements import check_index
from .unread import UnreadError, unread


class ReadBack(Struct, frozen=True):
    """What callers see of a package, and the line of each place."""

    surface: Surface
    places: Mapping[str, Position]


def read_back(files: PackageFiles) -> Outcome[ReadBack]:
    """Read a package, or only its models if it has no client."""
    try:
        surface = deeply(lambda: _surface(files))
    except UnreadError as problem:
        return Outcome(None, (unread(problem, files.name),))
    except RecursionError:
        deep = UnreadError(CLIENT, None, "what is so deep in itself")
        return Outcome(None, (unread(deep, files.name),))
    return Outcome(ReadBack(surface, files.places))


def _surface(files: PackageFiles) -> Surface:
    for module in files.indexes():
        check_index(module)
    return _whole(files) if files.has(CLIENT) else _models(files)


def _models(files: PackageFiles) -> Surface:
    return Surface(package=files.name, definitions=tuple(definitions_of(files, ())))


def _whole(files: PackageFiles) -> Surface:
    client = client_of(files)
    methods = [*Calls(files, client, statuses_of(files)).methods()]
    return with_ways(
        Surface(
            package=files.name,
            methods=tuple(methods),
            definitions=tuple(definitions_of(files, names_in(methods))),
            options=tuple(options_of(files, client)),
            errors=tuple(errors_of(files)),
            events=tuple(events_of(files)),
            readers=tuple(readers_of(files)),
            servers=client.servers,
        )
    )
