"""The methods of a resource: one statement each over a request builder."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from clientsmith.ir import Name, Operation

from .annotations import Annotation
from .answers import Answer, Events, answer, events
from .arguments import stream_of
from .casing import named
from .code import Code, code, docstring, join
from .header_classes import with_headers
from .imports import Import
from .module import in_words
from .operations import Planned
from .package import Method, ResourceClass
from .pages import listed
from .resource_names import about_resource, child_of
from .scope import Scope
from .sentences import in_one_line
from .statuses import error_rows

_STREAMS = {"Stream": "streams", "AsyncStream": "async_streams"}
_DOWNLOADS = {"Download": "downloads", "AsyncDownload": "async_downloads"}
_BYTES = "Like `{}`, but hand out the bytes while they arrive, or save them to a file."
_LIKE = "Like `{}`, but yield the response while it is being written."


class _Offer(Struct, frozen=True):
    """What the methods of an operation say, blocking and async alike."""

    planned: Planned
    plain: Answer | None
    listed: Annotation | None
    """What it lists page by page, and the answer of a page."""
    yields: Events | None
    overloads: tuple[Code, ...]
    signature: Code
    decorators: tuple[Code, ...]
    docs: str


def plan_classes(scope: Scope) -> tuple[ResourceClass, ResourceClass]:
    """Plan the blocking class of a resource, and its async twin."""
    offers = [_offer(scope, one) for one in scope.planned]
    return _class(scope, offers, sync=True), _class(scope, offers, sync=False)


def _offer(scope: Scope, planned: Planned) -> _Offer:
    stream = stream_of(planned.operation)
    plain = answer(planned.operation, scope.names.refer)
    return _Offer(
        planned=planned,
        plain=plain,
        listed=_listed(scope, planned, plain) if plain else None,
        yields=events(stream, scope.names.refer) if stream else None,
        overloads=scope.overloads(planned, method=True),
        signature=scope.signature(planned, method=True),
        decorators=_decorators(scope, planned),
        docs=method_docs(planned),
    )


def _listed(scope: Scope, planned: Planned, plain: Answer) -> Annotation | None:
    if planned.pages is None:
        return None
    both = listed(planned.pages, plain, scope.names.refer)
    return with_headers(both, scope.headers.of(planned.operation))


def _class(scope: Scope, offers: list[_Offer], *, sync: bool) -> ResourceClass:
    base = _base(scope, sync=sync)
    scope.imports.add(base)
    children = [
        child_of(one, scope.here, scope.checked, scope.name, sync=sync)
        for one in scope.children
    ]
    if children:
        scope.imports.add(Import("functools", "cached_property"))
    about = about_resource(scope.resource)
    methods = [m for one in offers for m in _methods(scope, one, sync=sync)]
    requests = (code("requests = {}", named(f"{scope.name}Requests")),)
    return ResourceClass(
        name=named(scope.name if sync else f"Async{scope.name}"),
        base=named(base.name),
        docstring=docstring(
            about if sync else f"The async twin of `{scope.name}`.",
            indent=4,
        ),
        requests=requests if scope.planned else (),
        children=tuple(children),
        methods=tuple(methods),
    )


def _base(scope: Scope, *, sync: bool) -> Import:
    kind = "" if sync else "Async"
    if scope.streaming:
        return Import("._runtime.streaming", f"{kind}StreamingResource")
    return Import("._runtime.keywords", f"{kind}Resource")


def _methods(scope: Scope, offer: _Offer, *, sync: bool) -> Iterator[Method]:
    if offer.listed:
        yield _pages(scope, offer, offer.listed, sync=sync)
    elif offer.plain:
        yield _plain(scope, offer, offer.plain, sync=sync)
    if offer.yields:
        yield _stream(scope, offer, offer.yields, sync=sync)
    if offer.planned.download_method:
        yield _download(scope, offer, offer.planned.download_method, sync=sync)


def _plain(scope: Scope, offer: _Offer, plain: Answer, *, sync: bool) -> Method:
    name = offer.planned.method
    request = _request(offer.planned, name)
    statement = code("self._client.send({}, request_options)", request)
    if not sync:
        statement = code("await {}", statement)
    if plain.annotation.text != "None":
        sent = statement if sync else code("({})", statement)
        statement = code("return {}.value", sent)
    return Method(
        keyword=Code("def" if sync else "async def"),
        name=named(name),
        decorators=offer.decorators,
        overloads=offer.overloads,
        signature=offer.signature,
        returns=scope.opened(plain.annotation.text),
        docstring=_docs(scope, name, offer.docs, sync=sync),
        statement=statement,
    )


def _pages(scope: Scope, offer: _Offer, listed: Annotation, *, sync: bool) -> Method:
    module, kind = ("pages", "Pages") if sync else ("async_pages", "AsyncPages")
    pages, name = scope.take(module, kind), offer.planned.method
    request = _request(offer.planned, name)
    return Method(
        keyword=Code("def"),
        name=named(name),
        decorators=offer.decorators,
        overloads=offer.overloads,
        signature=offer.signature,
        returns=scope.opened(code("{}[{}]", pages, listed.text)),
        docstring=_docs(scope, name, offer.docs, sync=sync),
        statement=code("return {}(self._client, {}, request_options)", pages, request),
    )


def _stream(scope: Scope, offer: _Offer, yields: Events, *, sync: bool) -> Method:
    kind = "Stream" if sync else "AsyncStream"
    scope.checked.add(Import(f"._runtime.{_STREAMS[kind]}", kind))
    name = offer.planned.stream_method
    request = _request(offer.planned, name)
    about = _LIKE.format(offer.planned.method) if offer.plain else offer.docs
    return Method(
        keyword=Code("def"),
        name=named(name),
        decorators=offer.decorators,
        overloads=offer.overloads,
        signature=offer.signature,
        returns=scope.opened(code("{}[{}]", named(kind), yields.annotation.text)),
        docstring=_docs(scope, name, about, sync=sync),
        statement=code("return self._client.stream({}, request_options)", request),
    )


def _download(scope: Scope, offer: _Offer, name: str, *, sync: bool) -> Method:
    kind = "Download" if sync else "AsyncDownload"
    scope.imports.add(Import(f"._runtime.{_DOWNLOADS[kind]}", kind))
    request = _request(offer.planned, offer.planned.method)
    about = _BYTES.format(offer.planned.method)
    return Method(
        keyword=Code("def"),
        name=named(name),
        decorators=offer.decorators,
        overloads=offer.overloads,
        signature=offer.signature,
        returns=named(kind),
        docstring=_docs(scope, name, about, sync=sync),
        statement=code(
            "return self._client.open({}, {}, request_options)", named(kind), request
        ),
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


def _spoken(operation: Operation) -> str:
    """Say what an operation does where the document does not, as in `List boxes`."""
    held = Name(tuple(word for level in operation.resource for word in level.words))
    many = (
        operation.name.snake == "list" and held.singular.snake == operation.noun.snake
    )
    noun = held if many else operation.noun
    return in_words(Name(operation.name.words + noun.words))


def method_docs(planned: Planned) -> str:
    """Write what a method does, what it sends where, and what it raises."""
    operation = planned.operation
    parts = [operation.docs.strip() or _spoken(operation)]
    parts.append(f"`{operation.method} {operation.path}`")
    if planned.credentials:
        parts.append(f"Needs {planned.credentials} of the client.")
    given = [one for one in planned.arguments.positional if one.docs]
    if given:
        rows = [f"    {one.name}: {in_one_line(one.docs)}" for one in given]
        parts.append("Args:\n" + "\n".join(rows))
    if planned.callbacks:
        rows = [f"    {name}: what goes to {to}" for name, to in planned.callbacks]
        parts.append("Calls back:\n" + "\n".join(rows))
    failed = error_rows(operation)
    if failed:
        rows = [f"    {name}: {in_one_line(about)}" for name, about in failed.items()]
        parts.append("Raises:\n" + "\n".join(rows))
    return "\n\n".join(parts)
