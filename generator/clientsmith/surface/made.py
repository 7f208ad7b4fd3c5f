"""From what the plan decides to what callers can see, without a page of it written."""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.plan import Decided, Options

from .clients import errors_of, events_of, options_of, readers_of
from .definitions import definitions_of
from .methods import methods_of
from .shared import shared_in
from .terms import Terms
from .values import Surface
from .ways import with_ways


def surface_of(decided: Decided) -> Surface:
    """Say what a caller can see of a package."""
    api, terms = decided.api, Terms(decided.api, decided.layout)
    surface = Surface(
        package=decided.options.package,
        methods=tuple(methods_of(decided, terms)),
        definitions=tuple(definitions_of(decided, terms)),
        options=tuple(options_of(decided)),
        errors=tuple(errors_of(decided, terms)),
        events=tuple(events_of(decided, terms)),
        readers=tuple(readers_of(decided, terms)),
        servers=tuple(server.address for server in api.servers),
        version=api.version,
        shared=dict(shared_in(api)),
        offers=tuple(_offered(decided.options)),
    )
    return with_ways(surface)


def _offered(options: Options) -> Iterator[str]:
    """Name what is only there if the configuration asks for it."""
    if options.testing:
        yield "testing"
    if "opentelemetry" in options.extras:
        yield "middleware.Tracing"


def only_models(surface: Surface) -> Surface:
    """Leave out what a package without a client does not have."""
    models = (one for one in surface.definitions if one.name.startswith("models."))
    return Surface(package=surface.package, definitions=tuple(models))
