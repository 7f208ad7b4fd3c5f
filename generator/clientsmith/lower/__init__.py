"""From a description to the intermediate representation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Outcome
from clientsmith.ir import Api, Name, Operation, Resource, Server
from clientsmith.pointer import Pointer
from clientsmith.resolve import Description, given_names, members

from .ambiguity import all_unions, find_ambiguous, shown
from .chosen import with_tags
from .components import name_others, named
from .context import Context
from .directions import find_directions
from .keywords import unread
from .markdown import as_markdown
from .operations import lower_operations
from .overlap import Overlap, Overlaps
from .page_schemes import PageScheme, SchemeError, read_scheme
from .paginated import paginated
from .pairs import Pair, find_pairs, part_pairs
from .schemas import declare_component
from .security import lower_requirements, lower_schemes
from .servers import lower_servers, own_address
from .tags import Tags, about, read_tags
from .unsupported import report_unsupported

__all__ = [
    "Lowered",
    "Overlap",
    "Overlaps",
    "PageScheme",
    "SchemeError",
    "all_unions",
    "lower",
    "read_scheme",
    "shown",
]


class Lowered(Struct, frozen=True):
    """The API, and what of the description it holds only as plain JSON or bytes."""

    api: Api
    opaque: frozenset[Pointer]


def lower(
    description: Description,
    names: Mapping[str, str] | None = None,
    schemes: Sequence[PageScheme] = (),
    address: str = "",
) -> Outcome[Lowered]:
    """Turn schemas into types and operations into values, each of them once.

    `names` are set in the configuration, by reference, `schemes` say there how pages
    follow each other, and `address` where the document is published.
    """
    given, problems = given_names(description, names or {})
    if problems:
        return Outcome(None, tuple(problems))
    looking = find_pairs(description)
    address = own_address(description, address)
    lowered, found = _lower(description, given, looking, schemes, address)
    pairs, apart = part_pairs(looking, lowered.api.directions)
    if pairs != looking:
        # Their parts were called after the thing that they are not.
        lowered, found = _lower(description, given, pairs, schemes, address)
    return Outcome(lowered, (*found, *apart))


def _lower(
    description: Description,
    given: Mapping[Pointer, str],
    pairs: tuple[Pair, ...],
    schemes: Sequence[PageScheme],
    address: str,
) -> tuple[Lowered, list[Diagnostic]]:
    context = Context(description, given=given, address=address)
    context.names |= {pair.received: pair.name for pair in pairs}
    name_others(context)
    for pointer in named(context):
        declare_component(context, pointer)
    secured = lower_schemes(context)
    operations = paginated(context, lower_operations(context, secured), schemes)
    report_unsupported(context)
    context.problems += unread(context)
    unions = all_unions(operations, context.declarations)
    context.problems += find_ambiguous(unions, context.declarations)
    declarations = {**context.declarations, **with_tags(unions, context.declarations)}
    called = {operation.at for operation in operations}
    info = description.openapi.info
    api = Api(
        title=info.title,
        version=info.version,
        docs=as_markdown(info.description or info.summary),
        servers=_servers(description, context.address),
        security_schemes=secured,
        security=lower_requirements(description.openapi.security, secured),
        resources=_resources(description, operations, read_tags(context)),
        operations=operations,
        declarations=declarations,
        directions=find_directions(operations, declarations),
        labels=context.labels,
        digests=context.digests,
        given={at: name for at, name in given.items() if at not in called},
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
    description: Description,
    operations: tuple[Operation, ...],
    tags: Tags,
) -> tuple[Resource, ...]:
    """List every resource that has operations, or holds one that has."""
    docs = {
        _joined(tags.path(tag.name)).singular.snake: about(tag)
        for tag in description.openapi.tags or ()
    }
    paths: dict[tuple[Name, ...], None] = {}
    for operation in operations:
        for length in range(1, len(operation.resource) + 1):
            paths[operation.resource[:length]] = None
    return tuple(
        Resource(path=path, docs=docs.get(_joined(path).singular.snake, ""))
        for path in paths
    )


def _joined(path: tuple[Name, ...]) -> Name:
    return Name(tuple(word for name in path for word in name.words))
