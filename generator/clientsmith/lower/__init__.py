"""From a description to the intermediate representation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Outcome
from clientsmith.ir import Api, Name, Operation, Resource, Server, name_of
from clientsmith.pointer import Pointer
from clientsmith.resolve import Description, given_names, members, places_of_names

from .ambiguity import all_unions, find_ambiguous, shown, untold_pairs
from .chosen import with_tags
from .components import name_others, named
from .context import Context
from .directions import find_directions
from .events import report_alike, tell_apart
from .keywords import unread
from .markdown import as_markdown
from .operations import lower_operations
from .overlap import Overlap, Overlaps
from .paginated import paginated
from .pairs import Pair, find_pairs, part_pairs
from .schemas import declare_component
from .security import lower_requirements, lower_schemes
from .servers import lower_servers, own_address
from .settings import Settings
from .signing import lower_signature, lower_signing
from .tags import about
from .undescribed import find_undescribed
from .unsupported import report_unsupported
from .webhooks import lower_callbacks, lower_webhooks

__all__ = [
    "Lowered",
    "Overlap",
    "Overlaps",
    "Settings",
    "all_unions",
    "lower",
    "shown",
    "untold_pairs",
]


_Names: TypeAlias = tuple[Mapping[Pointer, str], Mapping[Pointer, Pointer]]
"""Those that are set, and where the configuration says which."""


class Lowered(Struct, frozen=True):
    """The API, and what of the description it holds only as plain JSON or bytes."""

    api: Api
    opaque: frozenset[Pointer]


def lower(
    description: Description, settings: Settings = Settings()
) -> Outcome[Lowered]:
    """Turn schemas into types and operations into values, each of them once."""
    given, problems = given_names(description, settings.names, settings.names_at)
    if problems:
        return Outcome(None, tuple(problems))
    said = places_of_names(description, settings.names, settings.names_at)
    looking = find_pairs(description)
    lowered, found = _lower(description, (given, said), looking, settings)
    pairs, apart = part_pairs(looking, lowered.api.directions)
    if pairs != looking:
        # Their parts were called after the thing that they are not.
        lowered, found = _lower(description, (given, said), pairs, settings)
    return Outcome(lowered, (*found, *apart))


def _lower(
    description: Description,
    names: _Names,
    pairs: tuple[Pair, ...],
    settings: Settings,
) -> tuple[Lowered, list[Diagnostic]]:
    address = own_address(description, settings.address)
    context = Context(description, *names, address=address, target=settings.target)
    context.names |= {pair.received: pair.name for pair in pairs}
    name_others(context)
    for pointer in named(context):
        declare_component(context, pointer)
    secured = lower_schemes(context)
    called = lower_operations(context, secured)
    operations = paginated(context, called, settings.schemes)
    webhooks = lower_webhooks(context)
    callbacks = lower_callbacks(context)
    asking = (*webhooks, *(callback.webhook for callback in callbacks))
    signing = lower_signing(context, asking, settings.signing)
    signature = lower_signature(context, asking, signing)
    report_unsupported(context)
    context.problems += unread(context)
    unions = all_unions(operations, asking, context.declarations)
    context.problems += find_ambiguous(unions, context.declarations)
    declarations = {**context.declarations, **with_tags(unions, context.declarations)}
    events = tell_apart(webhooks, declarations, signing)
    report_alike(context, events, declarations)
    info = description.openapi.info
    servers = _servers(description, context.address)
    context.problems += find_undescribed(context, operations, servers)
    api = Api(
        title=info.title,
        version=info.version,
        docs=as_markdown(info.description or info.summary),
        servers=servers,
        security_schemes=secured,
        security=lower_requirements(description.openapi.security, secured),
        resources=_resources(context, operations),
        operations=operations,
        declarations=declarations,
        directions=find_directions(operations, asking, declarations),
        webhooks=webhooks,
        events=events,
        callbacks=callbacks,
        signing=signing,
        signature=signature,
        labels=context.labels,
        shared=context.shared,
        digests=context.digests,
        xml=context.xml,
        given=context.given,
        configured=context.configured,
        unconfigured=context.unconfigured,
        pairs={pair.sent: pair.received for pair in pairs},
    )
    lowered = Lowered(api, frozenset(context.opaque))
    return lowered, context.problems


def _servers(description: Description, address: str) -> tuple[Server, ...]:
    """List the addresses of the API.

    One that has none is where its document is; the view says `/` for that, which is
    nowhere if nobody knows where the document is.
    """
    if "servers" not in members(description.value) and not address:
        return ()
    return lower_servers(description.openapi.servers or (), address)


def _resources(
    context: Context, operations: tuple[Operation, ...]
) -> tuple[Resource, ...]:
    """List every resource that has operations, or holds one that has."""
    docs = {
        _joined(context.groups.get(tag.name) or (name_of(tag.name),)): about(tag)
        for tag in context.description.openapi.tags or ()
    }
    paths: dict[tuple[Name, ...], None] = {}
    for operation in operations:
        for length in range(1, len(operation.resource) + 1):
            paths[operation.resource[:length]] = None
    return tuple(
        Resource(path=path, docs=docs.get(_joined(path), "")) for path in paths
    )


def _joined(path: tuple[Name, ...]) -> str:
    return Name(tuple(word for name in path for word in name.words)).singular.snake
