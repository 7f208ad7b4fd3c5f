"""The class that builds the requests of one resource."""

from __future__ import annotations

from msgspec.structs import replace

from .annotations import Annotation
from .answers import Answer, answer, events
from .arguments import stream_of
from .builders import Built, plain_request, stream_request
from .casing import named
from .code import Code, code, docstring, join
from .facts import Facts
from .header_classes import with_headers
from .imports import TEXT_TYPES, Import, render_imports
from .operations import Planned
from .package import Builder, BuildersClass
from .pages import is_sent_in_body, listed, page_arguments
from .scope import Scope
from .sending import empty_body

_IN_PACKAGE = (".models", ".headers", ".params", "._runtime.constants", TEXT_TYPES)
"""Modules that are imported when a request is built."""


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
        found.append(_plain(scope, planned, facts, plain))
    if stream:
        yields = events(stream, scope.names.refer)
        facts = replace(facts, called=planned.dotted_stream)
        built = stream_request(facts, stream, yields)
        kind = scope.take("request", "StreamRequest")
        name, event = planned.stream_method, yields.annotation
        found.append(_builder(scope, planned, name, kind, event, built))
    return found


def _plain(scope: Scope, planned: Planned, facts: Facts, plain: Answer) -> Builder:
    headers = scope.headers.of(planned.operation)
    built = plain_request(facts, plain, headers)
    name, pages = planned.method, planned.pages
    if pages is None:
        kind = scope.take("request", "Request")
        answered = with_headers(plain.annotation, headers)
        return _builder(scope, planned, name, kind, answered, built)
    functions = {*built.functions}
    empty = empty_body(facts, functions) if is_sent_in_body(pages) else []
    arguments = (*built.arguments, *page_arguments(pages, scope.take, empty))
    yields = with_headers(listed(pages, plain, scope.names.refer), headers)
    kind = scope.take("paging", "PagedRequest")
    built = replace(built, arguments=arguments, functions=frozenset(functions))
    return _builder(scope, planned, name, kind, yields, built)


def _builder(
    scope: Scope,
    planned: Planned,
    name: str,
    kind: Code,
    yields: Annotation,
    built: Built,
) -> Builder:
    needed = built.functions | built.models
    local = {one for one in needed if one.module.startswith(_IN_PACKAGE)}
    scope.imports |= needed - local
    scope.names.imports |= yields.imports
    here = scope.here.lstrip(".")
    imports = [
        render_imports({one for one in local if one.module == module}, here)
        for module in sorted({one.module for one in local})
    ]
    return Builder(
        name=named(name),
        overloads=scope.overloads(planned, method=False),
        signature=scope.signature(planned, method=False),
        returns=scope.opened(code("{}[{}]", kind, yields.text)),
        docstring=docstring(f"Build the request of `{name}`.", indent=8),
        imports=(join("\n", imports),) if imports else (),
        constructor=kind,
        arguments=built.arguments,
    )
