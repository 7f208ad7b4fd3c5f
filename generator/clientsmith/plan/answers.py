"""What the methods of an operation return, and what they raise."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from clientsmith.ir import (
    Anything,
    Binary,
    Content,
    EventStream,
    JsonLines,
    MediaType,
    Operation,
    Primitive,
    Response,
    Type,
    bare,
)

from .annotations import NONE, NULL, Annotation, Refer, received, union
from .arguments import body_kind, stream_of
from .code import Code, code, join, literal
from .imports import Import

_BYTES = Annotation(Code("bytes"))
_BARE_EVENT = Annotation(
    Code("ServerSentEvent"),
    frozenset({Import("._runtime.sse", "ServerSentEvent")}),
)
"""An event that carries nothing."""
_UNKNOWN_EVENT = Annotation(
    Code("UnknownEvent"),
    frozenset({Import("._runtime.event_reader", "UnknownEvent")}),
)


class Answer(Struct, frozen=True):
    """What success becomes: its annotation, and the value that says so at run time."""

    annotation: Annotation
    returns: Annotation
    accept: str | None
    """The media type to ask for, where it is not JSON."""


def is_success(response: Response, operation: Operation) -> bool:
    """Tell whether a response means that the call worked."""
    if response.status == "default":
        return not any(other.status[:1] in "23" for other in operation.responses)
    return response.status.startswith("2")


def answer(operation: Operation, refer: Refer) -> Answer | None:
    """Return what the plain method returns; None where only a stream is offered."""
    stream = stream_of(operation)
    found: dict[str, Annotation] = {}
    returns: dict[str, Annotation] = {}
    accept: str | None = None
    for response in operation.responses:
        if not is_success(response, operation):
            continue
        plain = [c for c in response.content if isinstance(c, MediaType | Binary)]
        if not plain and response.content:
            continue
        content = _preferred(plain)
        found[response.status] = _annotation(content, refer)
        returns[response.status] = _read_as(content, refer)
        if content and not _is_json(content):
            accept = content.content_type
    if not found and documented_redirects(operation):
        return Answer(_BYTES, _BYTES, "*/*")
    if not found:
        return None if stream else Answer(NONE, NONE, None)
    return Answer(union(found.values()), _returns(returns), accept)


_REDIRECTS = frozenset({"301", "302", "303", "307", "308"})


def documented_redirects(operation: Operation) -> tuple[int, ...]:
    """List the redirects that a document describes: answers, unless they are followed.

    Where there is no other success, what they lead to is a file.
    """
    listed = (response.status for response in operation.responses)
    return tuple(int(status) for status in listed if status in _REDIRECTS)


def returns_nothing(operation: Operation) -> bool:
    """Tell whether the plain method of an operation returns None in any case."""
    plain = answer(operation, lambda _: _BYTES)
    return plain is not None and plain.annotation == NONE


def used_content(operation: Operation) -> list[Content]:
    """List the content of responses that calls understand, one kind for each status."""
    found: list[Content] = []
    for response in operation.responses:
        plain = [c for c in response.content if isinstance(c, MediaType | Binary)]
        if is_success(response, operation):
            found += [one for one in [_preferred(plain)] if one]
        elif response in raised(operation):
            found += [one for one in plain if _is_json(one)][:1]
    stream = stream_of(operation)
    return [*found, stream] if stream else found


def _preferred(content: list[MediaType | Binary]) -> MediaType | Binary | None:
    return next((c for c in content if _is_json(c)), content[0] if content else None)


def _is_json(content: Content) -> bool:
    return isinstance(content, MediaType) and body_kind(content) == "json"


def _annotation(content: MediaType | Binary | None, refer: Refer) -> Annotation:
    if content is None:
        return NONE
    if isinstance(content, Binary):
        return _BYTES
    if body_kind(content) == "json":
        return received(bare(content.type), refer)
    return received(Primitive("string"), refer)


def _read_as(content: MediaType | Binary | None, refer: Refer) -> Annotation:
    """Say as what content is read, with what is asserted of it."""
    if content is None or isinstance(content, Binary) or body_kind(content) != "json":
        return _annotation(content, refer)
    found = received(content.type, refer)
    return NULL if found == NONE else found


def _returns(found: dict[str, Annotation]) -> Annotation:
    """Say what each status becomes, in one word where all become the same."""
    imports = frozenset[Import]().union(*(one.imports for one in found.values()))
    if len({annotation.text for annotation in found.values()}) == 1:
        return next(iter(found.values()))
    pairs = [
        code("{}: {}", _status(status), annotation.text)
        for status, annotation in found.items()
    ]
    return Annotation(code("{{{}}}", join(", ", pairs)), imports)


def _status(status: str) -> Code:
    """Spell a status as the runtime does: 4 is all of 4XX, 0 is the default."""
    if status.isdecimal():
        return literal(int(status))
    return literal(int(status[0]) if status[:1].isdecimal() else 0)


class Events(Struct, frozen=True):
    """What a stream yields."""

    annotation: Annotation
    returns: Annotation
    by_event: tuple[tuple[str, Annotation], ...]


def events(stream: EventStream | JsonLines, refer: Refer) -> Events:
    """Return what a stream yields, by the name of the event where that decides."""
    if isinstance(stream, JsonLines) or not stream.by_event:
        one = stream.item if isinstance(stream, JsonLines) else stream.event
        return Events(received(bare(one), refer), received(one, refer), ())
    named = tuple(
        (name, received(type_, refer) if type_ else _BARE_EVENT)
        for name, type_ in stream.by_event
    )
    known = [
        received(bare(type_), refer) if type_ else _BARE_EVENT
        for _, type_ in stream.by_event
    ]
    return Events(union([*known, _UNKNOWN_EVENT]), NONE, named)


def failures(operation: Operation, refer: Refer) -> list[tuple[Response, Annotation]]:
    """List the responses that are raised and have a body with a type."""
    return [
        (response, received(bare(type_), refer))
        for response in raised(operation)
        if (type_ := error_type(response)) is not None
    ]


def raised(operation: Operation) -> list[Response]:
    """List the responses that are raised."""
    return [
        response
        for response in operation.responses
        if not is_success(response, operation) and response.status[:1] in "45d"
    ]


def error_type(response: Response) -> Type | None:
    """Return the type of an error's body, where the document gives one."""
    for content in response.content:
        if isinstance(content, MediaType) and body_kind(content) == "json":
            type_ = bare(content.type)
            return None if isinstance(type_, Anything) else type_
    return None


def errors_argument(found: Iterable[tuple[Response, Annotation]]) -> Code:
    """Say what the body of each error becomes."""
    pairs = [
        code("{}: {}", _status(response.status), annotation.text)
        for response, annotation in found
    ]
    return code("{{{}}}", join(", ", pairs))
