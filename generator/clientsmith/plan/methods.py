"""The methods of a resource: one statement each over a request builder."""

from __future__ import annotations

from clientsmith.ir import Name

from .answers import Answer, Events, answer, events, raised
from .arguments import stream_of
from .casing import named
from .code import Code, code, docstring, join
from .imports import Import
from .module import in_words
from .operations import Planned
from .package import Method, ResourceClass
from .resource_names import about_resource, child_of
from .scope import Scope
from .sentences import in_one_line
from .statuses import error_class

_STREAMS = {"Stream": "streams", "AsyncStream": "async_streams"}
_LIKE = "Like `{}`, but yield the response while it is being written."


def plan_class(scope: Scope, *, sync: bool) -> ResourceClass:
    """Plan the blocking class of a resource, or its async twin."""
    base = "Resource" if sync else "AsyncResource"
    scope.imports.add(Import("._runtime.keywords", base))
    children = [
        child_of(one, scope.here, scope.checked, scope.name, sync=sync)
        for one in scope.children
    ]
    if children:
        scope.imports.add(Import("functools", "cached_property"))
    about = about_resource(scope.resource)
    methods = [m for one in scope.planned for m in _methods(scope, one, sync=sync)]
    requests = (code("requests = {}", named(f"{scope.name}Requests")),)
    return ResourceClass(
        name=named(scope.name if sync else f"Async{scope.name}"),
        base=named(base),
        docstring=docstring(
            about if sync else f"The async twin of `{scope.name}`.",
            indent=4,
        ),
        requests=requests if scope.planned else (),
        children=tuple(children),
        methods=tuple(methods),
    )


def _methods(scope: Scope, planned: Planned, *, sync: bool) -> list[Method]:
    plain = answer(planned.operation, scope.names.refer)
    stream = stream_of(planned.operation)
    found: list[Method] = []
    if plain:
        found.append(_plain(scope, planned, plain, sync=sync))
    if stream:
        yields = events(stream, scope.names.refer)
        about = _LIKE.format(planned.method) if plain else method_docs(planned)
        found.append(_stream(scope, planned, yields, about, sync=sync))
    return found


def _plain(scope: Scope, planned: Planned, plain: Answer, *, sync: bool) -> Method:
    request = _request(planned, planned.method)
    statement = code("self._client.send({}, request_options)", request)
    if not sync:
        statement = code("await {}", statement)
    if plain.annotation.text != "None":
        sent = statement if sync else code("({})", statement)
        statement = code("return {}.value", sent)
    return Method(
        keyword=Code("def" if sync else "async def"),
        name=named(planned.method),
        decorators=_decorators(scope, planned),
        signature=scope.signature(planned, method=True),
        returns=scope.opened(plain.annotation.text),
        docstring=_docs(scope, planned.method, method_docs(planned), sync=sync),
        statement=statement,
    )


def _stream(
    scope: Scope,
    planned: Planned,
    yields: Events,
    about: str,
    *,
    sync: bool,
) -> Method:
    kind = "Stream" if sync else "AsyncStream"
    scope.checked.add(Import(f"._runtime.{_STREAMS[kind]}", kind))
    request = _request(planned, planned.stream_method)
    return Method(
        keyword=Code("def"),
        name=named(planned.stream_method),
        decorators=_decorators(scope, planned),
        signature=scope.signature(planned, method=True),
        returns=scope.opened(code("{}[{}]", named(kind), yields.annotation.text)),
        docstring=_docs(scope, planned.stream_method, about, sync=sync),
        statement=code("return self._client.stream({}, request_options)", request),
    )


def _request(planned: Planned, name: str) -> Code:
    passed = [named(one.name) for one in planned.arguments.positional]
    if planned.params:
        passed.append(code("**{}", planned.arguments.gathered))
    return code("self.requests.{}({})", named(name), join(", ", passed))


def _decorators(scope: Scope, planned: Planned) -> tuple[Code, ...]:
    if not planned.operation.deprecated:
        return ()
    scope.imports.add(Import("typing_extensions", "deprecated"))
    return (Code('deprecated("The API no longer recommends this operation.")'),)


def _docs(scope: Scope, name: str, about: str, *, sync: bool) -> Code:
    return docstring(about if sync else f"See `{scope.name}.{name}`.", indent=8)


def method_docs(planned: Planned) -> str:
    """Write what a method does, what it sends where, and what it raises."""
    operation = planned.operation
    spoken = Name(operation.name.words + operation.noun.words)
    parts = [operation.docs.strip() or in_words(spoken)]
    parts.append(f"`{operation.method} {operation.path}`")
    given = [one for one in planned.arguments.positional if one.docs]
    if given:
        rows = [f"    {one.name}: {in_one_line(one.docs)}" for one in given]
        parts.append("Args:\n" + "\n".join(rows))
    failed = raised(operation)
    if failed:
        rows = [
            f"    {error_class(one.status)}: {in_one_line(one.docs)}" for one in failed
        ]
        parts.append("Raises:\n" + "\n".join(rows))
    return "\n\n".join(parts)
