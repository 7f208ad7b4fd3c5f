"""What the methods of an operation return, and what they raise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from clientsmith.ir import (
    Anything,
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

from .annotations import NONE, Annotation, Refer, received, union
from .arguments import stream_of
from .code import Code, code, join, literal
from .imports import Import
from .readings import (
    BYTES,
    JSON,
    Reading,
    bare_name,
    by_media_type,
    plain_content,
    reading,
)

_REDIRECTS = frozenset({"301", "302", "303", "307", "308"})
_BARE_EVENT = Annotation(
    Code("ServerSentEvent"),
    frozenset({Import("._runtime.sse", "ServerSentEvent")}),
)
"""An event that carries nothing."""
_UNKNOWN_EVENT = Annotation(
    Code("UnknownEvent"),
    frozenset({Import("._runtime.event_types", "UnknownEvent")}),
)


class Answer(Struct, frozen=True):
    """What success becomes: its annotation, and the value that says so at run time."""

    annotation: Annotation
    returns: Annotation
    accept: str | None
    """The media types to ask for, where that is not JSON alone."""
    downloads: bool = False
    """Whether it may be bytes that are worth reading piece by piece."""

    @property
    def is_nothing(self) -> bool:
        """Whether it is None in any case."""
        return self.annotation == NONE


def is_success(response: Response, operation: Operation) -> bool:
    """Tell whether a response means that the call worked."""
    if response.status == "default":
        return not any(other.status[:1] in "23" for other in operation.responses)
    return response.status.startswith("2")


def answer(operation: Operation, refer: Refer) -> Answer | None:
    """Return what the plain method returns; None where only a stream is offered."""
    found: dict[str, list[Reading]] = {}
    for response in operation.responses:
        if is_success(response, operation):
            plain = plain_content(response)
            if plain or not response.content:
                found[response.status] = [reading(one, refer) for one in plain]
    if not found:
        return _without_success(operation)
    if operation.method == "HEAD":
        return Answer(NONE, NONE, _accept(found))
    asked = [one for readings in found.values() for one in _asked(readings)]
    returns = {status: by_media_type(readings) for status, readings in found.items()}
    return Answer(
        union(one.annotation for one in asked),
        _by_status(returns),
        _accept(found),
        any(one.annotation == BYTES for one in asked),
    )


def _without_success(operation: Operation) -> Answer | None:
    """Return what an operation returns that documents no success but a redirect."""
    if stream_of(operation):
        return None
    elsewhere = any(one.status in _REDIRECTS for one in operation.responses)
    if elsewhere and operation.method == "GET":
        return Answer(BYTES, BYTES, "*/*", downloads=True)
    return Answer(NONE, NONE, None)


def _asked(readings: list[Reading]) -> list[Reading]:
    """List what is asked for: all but what repeats it, or nothing where that is all."""
    nothing = Reading("", NONE, NONE)
    return [one for one in readings if not one.repeats] or [nothing]


def _accept(found: Mapping[str, list[Reading]]) -> str | None:
    """Write which media types a call asks for, the preferred one first."""
    asked = [one for each in found.values() for one in _asked(each)]
    wanted = [bare_name(one.content_type) for one in asked if one.content_type]
    if any(one.as_json and "*" in one.content_type for one in asked):
        wanted.insert(0, JSON)
    unique = list(dict.fromkeys(wanted))
    if unique in ([], [JSON]):
        return None
    return ", ".join(_weighed(name, index) for index, name in enumerate(unique))


def _weighed(content_type: str, index: int) -> str:
    """Give every media type but the first a smaller weight than the one before."""
    return f"{content_type};q=0.{max(10 - index, 1)}" if index else content_type


def documented_redirects(operation: Operation) -> tuple[int, ...]:
    """List the redirects that a document describes: answers, unless they are followed.

    Where there is no other success, what they lead to is a file.
    """
    listed = (response.status for response in operation.responses)
    return tuple(int(status) for status in listed if status in _REDIRECTS)


def used_content(operation: Operation) -> list[Content]:
    """List the content of responses that calls understand."""
    found: list[Content] = []
    for response in operation.responses:
        if is_success(response, operation):
            found += plain_content(response)
        elif response in raised(operation):
            found += error_content(response)
    return [*found, *streams_of(operation)]


def streams_of(operation: Operation) -> list[EventStream | JsonLines]:
    """List the media types of the stream that an operation is answered with.

    Lines and records of the same type are one stream, whatever separates them.
    """
    stream = stream_of(operation)
    content = [one for each in operation.responses for one in each.content]
    if isinstance(stream, JsonLines):
        lines = [one for one in content if isinstance(one, JsonLines)]
        return [one for one in lines if one.item == stream.item]
    return [stream] if stream else []


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
    """Say what the bodies of errors become, where the document gives them a type."""
    found: list[tuple[Response, Annotation]] = []
    for response in raised(operation):
        readings = [_bare(one, refer) for one in error_content(response)]
        if len({one.returns.text for one in readings}) == 1:
            found.append((response, readings[0].returns))
        elif readings:
            found.append((response, by_media_type(readings)))
    return found


def _bare(content: MediaType, refer: Refer) -> Reading:
    """Say as what the body of an error is read: nobody asserts anything of it."""
    annotation = received(bare(content.type), refer)
    return Reading(content.content_type, annotation, annotation)


def raised(operation: Operation) -> list[Response]:
    """List the responses that are raised."""
    return [
        response
        for response in operation.responses
        if not is_success(response, operation) and response.status[:1] in "45d"
    ]


def error_content(response: Response) -> list[MediaType]:
    """List the media types of an error's body that have a type, the best first."""
    typed = [
        one
        for one in plain_content(response)
        if isinstance(one, MediaType)
        and not one.repeats
        and not isinstance(bare(one.type), Anything)
    ]
    models = [one for one in typed if bare(one.type) != Primitive("string")]
    return models or typed


def error_types(response: Response) -> list[Type]:
    """List the types of an error's body, where the document gives any."""
    return [bare(one.type) for one in error_content(response)]


def errors_argument(found: Iterable[tuple[Response, Annotation]]) -> Code:
    """Say what the body of each error becomes."""
    pairs = [
        code("{}: {}", status_key(response.status), annotation.text)
        for response, annotation in found
    ]
    return code("{{{}}}", join(", ", pairs))


def _by_status(found: Mapping[str, Annotation]) -> Annotation:
    """Say what each status becomes, in one word where all become the same."""
    texts = {annotation.text for annotation in found.values()}
    if len(texts) == 1:
        return next(iter(found.values()))
    pairs = [
        code("{}: {}", status_key(status), annotation.text)
        for status, annotation in found.items()
    ]
    imports = frozenset[Import]().union(*(one.imports for one in found.values()))
    return Annotation(code("{{{}}}", join(", ", pairs)), imports)


def status_key(status: str) -> Code:
    """Spell a status as the runtime does: 4 is all of 4XX, 0 is the default."""
    if status.isdecimal():
        return literal(int(status))
    return literal(int(status[0]) if status[:1].isdecimal() else 0)
