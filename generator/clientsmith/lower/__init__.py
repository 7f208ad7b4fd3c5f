"""From a description to the intermediate representation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clientsmith.diagnostics import Outcome
from clientsmith.ir import Api, Name, Operation, Resource, name_of
from clientsmith.pointer import Pointer
from clientsmith.resolve import Description, given_names, is_operation, members

from .context import Context
from .directions import find_directions
from .operations import lower_operations
from .schemas import declare_component
from .security import lower_requirements, lower_schemes
from .unsupported import report_unsupported

__all__ = ["Lowered", "lower"]


@dataclass(frozen=True, slots=True)
class Lowered:
    """The API, and what of the description it holds only as plain JSON or bytes."""

    api: Api
    opaque: frozenset[Pointer]


def lower(
    description: Description,
    names: Mapping[str, str] | None = None,
) -> Outcome[Lowered]:
    """Turn schemas into types and operations into values, each of them once.

    `names` are set in the configuration, by reference.
    """
    given, problems = given_names(description, names or {})
    if problems:
        return Outcome(None, tuple(problems))
    context = Context(description, given=given)
    root = description.root / "components" / "schemas"
    components = description.openapi.components
    for name in sorted((components.schemas if components else None) or {}):
        declare_component(context, root / name)
    schemes = lower_schemes(context)
    operations = lower_operations(context, schemes)
    report_unsupported(context)
    info = description.openapi.info
    api = Api(
        title=info.title,
        version=info.version,
        docs=info.description or info.summary or "",
        servers=_servers(description),
        security_schemes=schemes,
        security=lower_requirements(description.openapi.security, schemes),
        resources=_resources(description, operations),
        operations=operations,
        declarations=context.declarations,
        directions=find_directions(operations, context.declarations),
        file=description.root.file,
        labels=context.labels,
        given={at: name for at, name in given.items() if not is_operation(at)},
    )
    lowered = Lowered(api, frozenset(context.opaque))
    return Outcome(lowered, tuple(context.problems))


def _servers(description: Description) -> tuple[str, ...]:
    """List the addresses of the API; the default `/` of the view says nothing."""
    if "servers" not in members(description.value):
        return ()
    return tuple(server.url for server in description.openapi.servers or ())


def _resources(
    description: Description,
    operations: tuple[Operation, ...],
) -> tuple[Resource, ...]:
    """List every resource that has operations, or holds one that has."""
    docs = {
        name_of(tag.name).singular.snake: tag.description or ""
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
