"""The class that builds the requests of one resource."""

from __future__ import annotations

from msgspec.structs import replace

from .annotations import Annotation
from .answers import answer, events
from .arguments import stream_of
from .builders import Built, plain_request, stream_request
from .casing import named
from .code import code, docstring
from .facts import Facts
from .imports import Import, render_imports
from .operations import Planned
from .package import Builder, BuildersClass
from .scope import Scope


def plan_requests(scope: Scope) -> tuple[BuildersClass, ...]:
    """Plan the class of request builders, if the resource has operations."""
    if not scope.planned:
        return ()
    scope.imports.add(Import("._runtime.keywords", "Requests"))
    builders = [builder for one in scope.planned for builder in _builders(scope, one)]
    about = f"The requests of `client.{scope.dotted}`, as values."
    return (
        BuildersClass(
            name=named(f"{scope.name}Requests"),
            docstring=docstring(about, indent=4),
            builders=tuple(builders),
        ),
    )


def _builders(scope: Scope, planned: Planned) -> list[Builder]:
    facts = Facts(
        planned.operation,
        planned.arguments,
        planned.dotted,
        scope.names,
        tuple(Import(planned.params_module, one) for one in planned.params_classes),
        scope.hidden,
    )
    found: list[Builder] = []
    plain = answer(planned.operation, scope.names.refer)
    stream = stream_of(planned.operation)
    if plain:
        built = plain_request(facts, plain)
        name = planned.method
        found.append(_builder(scope, planned, name, "Request", plain.annotation, built))
    if stream:
        yields = events(stream, scope.names.refer)
        facts = replace(facts, called=planned.dotted_stream)
        built = stream_request(facts, stream, yields)
        name, event = planned.stream_method, yields.annotation
        found.append(_builder(scope, planned, name, "StreamRequest", event, built))
    return found


def _builder(
    scope: Scope,
    planned: Planned,
    name: str,
    kind: str,
    yields: Annotation,
    built: Built,
) -> Builder:
    needed = built.functions | built.models
    local = {one for one in needed if one.module.startswith((".models", ".params"))}
    scope.imports |= needed - local | {Import("._runtime.request", kind)}
    scope.names.imports |= yields.imports
    here = scope.here.lstrip(".")
    return Builder(
        name=named(name),
        overloads=scope.overloads(planned, method=False),
        signature=scope.signature(planned, method=False),
        returns=scope.opened(code("{}[{}]", named(kind), yields.text)),
        docstring=docstring(f"Build the request of `{name}`.", indent=8),
        imports=tuple(
            render_imports({one for one in local if one.module == module}, here)
            for module in sorted({one.module for one in local})
        ),
        constructor=named(kind),
        arguments=built.arguments,
    )
