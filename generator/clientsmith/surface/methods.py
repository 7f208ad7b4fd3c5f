"""The calls of a package: what they take, what they return and what they raise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clientsmith.ir import Api, EventStream, JsonLines, Operation, bare
from clientsmith.plan import Decided
from clientsmith.plan.answers import (
    Answer,
    answer,
    error_types,
    events,
    is_success,
    raised,
)
from clientsmith.plan.arguments import Variant, stream_of
from clientsmith.plan.bodies import object_of
from clientsmith.plan.operations import Planned, dotted
from clientsmith.plan.requirements import alternatives_of
from clientsmith.plan.statuses import error_class
from clientsmith.plan.taken import Taken
from clientsmith.plan.written import written_by

from .annotations import read_annotation
from .definitions import default_of, own_limits
from .limits import Limits, in_order, limits_of
from .manners import said_of
from .sent import style_said
from .terms import Terms
from .types import Generic, Type, one_of
from .values import Body, Failure, Manner, Method, Overload, Parameter


def methods_of(decided: Decided, terms: Terms) -> Iterator[Method]:
    """List all calls, those of one operation beside each other."""
    arguments = {
        each.scheme.scheme: tuple(one.argument for one in each.shown)
        for each in decided.secured
    }
    for planned in decided.planned:
        needs = _credentials(decided.api, planned.operation, arguments)
        yield from _Calls(planned, terms, needs).methods()


class _Calls:
    """The calls of one operation, which share all but their answers."""

    def __init__(
        self, planned: Planned, terms: Terms, needs: tuple[tuple[str, ...], ...]
    ) -> None:
        self._planned = planned
        self._operation = planned.operation
        self._terms = terms
        self._needs = needs
        self._overloads = tuple(_overloads(planned, terms))
        self._failures = tuple(_failures(planned.operation, terms))

    def methods(self) -> Iterator[Method]:
        """Yield the plain call, the one that streams, and the one that downloads."""
        planned, stream = self._planned, stream_of(self._operation)
        plain = answer(self._operation, self._terms.model)
        if plain:
            yield self._plain(plain)
        if stream:
            returns = Generic("Stream", (self._event(stream),))
            yield self._method(planned.stream_method, "stream", returns)
        if planned.download_method:
            returns = Generic("Download", ())
            yield self._method(planned.download_method, "download", returns)

    def _plain(self, plain: Answer) -> Method:
        whole = read_annotation(plain.annotation.text)
        pages = self._planned.pages
        if pages is None:
            return self._method(self._planned.method, "call", whole)
        item = self._terms.received(pages.item)
        paged = Generic("Pages", (item, whole))
        return self._method(self._planned.method, "pages", paged)

    def _event(self, stream: EventStream | JsonLines) -> Type:
        return read_annotation(events(stream, self._terms.model).annotation.text)

    def _method(self, name: str, manner: Manner, returns: Type) -> Method:
        operation = self._operation
        plain = answer(operation, self._terms.model) if manner != "stream" else None
        return Method(
            name=dotted(self._planned.resource, name),
            manner=manner,
            verb=operation.method,
            path=operation.path,
            overloads=self._overloads,
            body=_body(self._planned, manner),
            returns=returns,
            headers=tuple(_headers(operation, self._terms)),
            failures=self._failures,
            credentials=self._needs,
            media=tuple(
                each.content.content_type for each in self._planned.arguments.bodies
            ),
            said=tuple(sorted(said_of(self._terms.api, operation, plain))),
            docs=operation.docs,
            deprecated=operation.deprecated,
            at=operation.at,
        )


def _credentials(
    api: Api, operation: Operation, arguments: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """List the alternatives, each as the arguments and the scopes that it takes."""
    return tuple(
        tuple(
            part
            for need in alternative
            for part in (
                *arguments.get(need.scheme, ()),
                *(f"scope {scope}" for scope in need.scopes),
            )
        )
        for alternative in alternatives_of(api, operation)
    )


def _body(planned: Planned, manner: Manner) -> Body:
    """Say whether a body is sent where nothing of it is given.

    Where it selects a stream, or that there is none, there always is one.
    """
    arguments, stream = planned.arguments, stream_of(planned.operation)
    if not any(one.flattened for one in arguments.variants):
        return ""
    match stream:
        case EventStream(selected_by=str(), preselected=preselected):
            is_fixed = preselected or manner == "stream"
        case _:
            is_fixed = False
    return "required" if arguments.body_required or is_fixed else "optional"


def _overloads(planned: Planned, terms: Terms) -> Iterator[Overload]:
    arguments = planned.arguments
    placed = [
        _argument(one, terms, position)
        for position, one in enumerate(arguments.positional)
    ]
    for name, variant in zip(planned.params_classes, arguments.variants, strict=False):
        keywords = [_argument(one, terms) for one in variant.keywords]
        # Without any, there is no class, and its name is not kept.
        limits = _together(variant, terms)
        yield Overload(name if keywords else "", (*placed, *keywords), limits)


def _together(variant: Variant, terms: Terms) -> Limits:
    """List what is asserted of the body whose properties are arguments."""
    if not variant.flattened:
        return ()
    object_ = object_of(terms.api, variant.bodies[0].type)
    return own_limits(object_) if object_ else ()


def _argument(one: Taken, terms: Terms, position: int | None = None) -> Parameter:
    return Parameter(
        name=one.name,
        wire=f"{one.place}.{one.wire_name}",
        form=style_said(*written_by(one.parameter)) if one.parameter else "",
        position=position,
        type=terms.argument(one),
        required=one.required,
        default=default_of(one.default),
        limits=in_order(dict(terms.limits(one.type)) | dict(limits_of(one.bounds))),
        docs=one.docs,
        deprecated=one.deprecated,
        at=one.at,
    )


def _failures(operation: Operation, terms: Terms) -> Iterator[Failure]:
    for response in raised(operation):
        bodies = [terms.received(each) for each in error_types(response)]
        yield Failure(
            response.status,
            error_class(response.status),
            one_of(bodies) if bodies else None,
            response.docs,
            operation.at / "responses" / response.status,
        )


def _headers(operation: Operation, terms: Terms) -> Iterator[Parameter]:
    """List the headers of success, each once, however it is spelled."""
    seen: set[str] = set()
    for response in operation.responses:
        for header in response.headers if is_success(response, operation) else ():
            name = header.name.lower()
            if name not in seen:
                seen.add(name)
                type_ = terms.received(bare(header.type), required=False)
                at = response.at / "headers" / header.name
                yield Parameter(name=name, type=type_, docs=header.docs, at=at)
