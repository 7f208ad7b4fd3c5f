"""How each operation is called: where it is found, and what it takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from clientsmith.ir import Api, Name, Operation, Pagination, name_of

from .annotations import Annotation
from .answers import Answer, answer, used_content
from .arguments import Arguments, Naming, stream_of, take_arguments
from .casing import argument_name, module_name, named
from .code import Code
from .keys import key_of_operation
from .module import path_of
from .operation_classes import choose_classes
from .package import Argument, Call
from .pages import pages_of
from .properties import Style
from .resource_names import resource_attributes, resource_module


class Planned(Struct, frozen=True):
    """One operation, with everything that is decided about calling it."""

    operation: Operation
    arguments: Arguments
    params_class: str
    """What the typed dictionary of its keywords is called, if it takes any."""
    method: str
    stream_method: str
    pages: Pagination | None = None
    """How what its method lists is read page by page."""

    @property
    def params(self) -> Code | None:
        """The typed dictionary of its keywords, where it takes any."""
        return named(self.params_class) if self.arguments.keywords else None

    @property
    def params_module(self) -> str:
        """The module of that, and of the inline schemas of its body."""
        words = name_of(self.params_class).words[:-1]
        return f".params.{module_name(Name(words))}"

    @property
    def resource(self) -> tuple[Name, ...]:
        """Where it is found."""
        return self.operation.resource

    @property
    def dotted(self) -> str:
        """The call, without `client.` and the parentheses."""
        return dotted(self.resource, self.method)

    @property
    def dotted_stream(self) -> str:
        """The same for the method that streams."""
        return dotted(self.resource, self.stream_method)


def dotted(resource: tuple[Name, ...], method: str) -> str:
    """Return where a method is found: `chat.completions.create`."""
    return ".".join([*resource_attributes(resource), method])


def plan_operations(
    api: Api,
    style: Style,
    pinned: Mapping[str, str],
) -> list[Planned]:
    """Decide how every operation is called; no two names of a resource are the same.

    What was published keeps its name; `pinned` says what was.
    """
    known = {key_of_operation(operation): operation for operation in api.operations}
    methods, streams = _methods(api, known, pinned)
    arguments = {
        key: take_arguments(api, known[key], naming)
        for key, naming in _namings(api, style, known, pinned).items()
    }
    called = [
        (key, one, dotted(one.resource, methods[key])) for key, one in known.items()
    ]
    written = {key for key, each in arguments.items() if each.keywords}
    classes = choose_classes(called, pinned, written)
    return [
        Planned(
            one,
            arguments[key],
            classes[key],
            methods[key],
            streams.get(key, methods[key]),
            pages_of(one, pinned) if _plain_answer(one) else None,
        )
        for key, one in known.items()
    ]


def _methods(
    api: Api, known: Mapping[str, Operation], pinned: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Name the methods of operations, and those that stream beside them.

    Given and published names are taken first.
    """
    taken = _taken(api)
    methods: dict[str, str] = {}
    streams: dict[str, str] = {}
    for key, one in sorted(known.items(), key=lambda pair: not pair[1].given):
        if key in pinned or one.given:
            methods[key] = _take(taken[one.resource], argument_name(one.name))
    for key, one in known.items():
        if f"{key}/stream" in pinned and _streams_beside(one) and not one.given:
            last = pinned[f"{key}/stream"].rpartition(".")[2]
            streams[key] = _take(taken[one.resource], last)
    for key, one in known.items():
        if key not in methods:
            methods[key] = _take(taken[one.resource], *map(argument_name, one.names))
    for key, one in known.items():
        if key not in streams and _streams_beside(one):
            method = methods[key]
            wanted = f"{method}_stream", f"{method}_events"
            streams[key] = _take(taken[one.resource], *wanted)
    return methods, streams


def _namings(
    api: Api,
    style: Style,
    keys: Iterable[str],
    pinned: Mapping[str, str],
) -> dict[str, Naming]:
    """Say what is known of the arguments of each operation."""
    published: dict[str, dict[str, str]] = {key: {} for key in keys if key in pinned}
    for key, name in pinned.items():
        operation, _, argument = key.partition("/arguments/")
        if argument and operation in published:
            published[operation][argument] = name
    return {key: Naming(style, api.given, published.get(key)) for key in keys}


def _taken(api: Api) -> dict[tuple[Name, ...], set[str]]:
    """List what the attributes of each resource are called that are no methods."""
    taken: dict[tuple[Name, ...], set[str]] = {
        resource.path: {"requests"} for resource in api.resources
    }
    for resource in api.resources:
        if len(resource.path) > 1:
            attribute = resource_attributes(resource.path)[-1]
            taken[resource.path[:-1]].add(attribute)
    return taken


def _take(taken: set[str], *names: str) -> str:
    """Take the first name that is free, else the last one with underscores."""
    free = next((name for name in names if name not in taken), names[-1])
    while free in taken:
        free += "_"
    taken.add(free)
    return free


def _streams_beside(operation: Operation) -> bool:
    """Tell whether a method of its own streams what another one returns."""
    return bool(stream_of(operation)) and _plain_answer(operation) is not None


def _plain_answer(operation: Operation) -> Answer | None:
    return answer(operation, lambda _: Annotation(Code("object")))


def call_of(planned: Planned) -> Call:
    """Say for the report how an operation is called."""
    plain = _plain_answer(planned.operation)
    stream = stream_of(planned.operation)
    prefix = ".".join(["client", *resource_attributes(planned.resource)])
    return Call(
        pointer=str(planned.operation.at),
        path=planned.operation.path,
        call=f"{prefix}.{planned.method if plain else planned.stream_method}",
        stream_call=f"{prefix}.{planned.stream_method}" if stream else None,
        module=path_of(resource_module(planned.resource)).rpartition("/")[2],
        pages=planned.pages.known_by if planned.pages else None,
        answers=tuple(str(content.at) for content in used_content(planned.operation)),
        arguments=tuple(
            Argument(one.name, one.place, one.wire_name, one.required)
            for one in planned.arguments.all
        ),
    )
