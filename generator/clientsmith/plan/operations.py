"""How each operation is called: where it is found, and what it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.ir import Api, Name, Operation, Pagination, name_of

from .annotations import Annotation
from .answers import Answer, answer, used_content
from .arguments import Arguments, stream_of, take_arguments
from .casing import argument_name, module_name, named
from .code import Code
from .credentials import Secured
from .keys import DOWNLOAD, STREAM, key_of_operation
from .module import path_of
from .operation_classes import choose_classes, choose_further
from .package import Argument, Call
from .pages import pages_of
from .properties import Style
from .requirements import alternatives_of, needed, usual
from .resource_names import resource_attributes, resource_module
from .taken import Naming


class Planned(Struct, frozen=True):
    """One operation, with everything that is decided about calling it."""

    operation: Operation
    arguments: Arguments
    plain: Answer | None
    """What its plain method returns, in one word for every class; None without one."""
    params_classes: tuple[str, ...]
    """What the typed dictionaries of its keywords are called, one for each variant."""
    method: str
    stream_method: str
    download_method: str | None = None
    """What returns bytes piece by piece, where it is answered by bytes."""
    credentials: str = ""
    """The arguments of the client that it needs, where these are unusual."""
    pages: Pagination | None = None
    """How what its method lists is read page by page."""
    callbacks: tuple[tuple[str, str], ...] = ()
    """What reads each request that the API makes in turn, and where that goes."""

    @property
    def params_class(self) -> str:
        """What that of the first variant is called, if it takes any."""
        return self.params_classes[0]

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

    @property
    def methods(self) -> tuple[str, ...]:
        """Every method that sends it."""
        found = (self.method, self.stream_method, self.download_method)
        return tuple(dict.fromkeys(name for name in found if name))


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
    plain = {key: _plain_answer(one) for key, one in known.items()}
    methods, streams, downloading = _methods(api, known, plain, pinned)
    arguments = {
        key: take_arguments(api, known[key], naming)
        for key, naming in _namings(api, style, known, pinned).items()
    }
    called = [
        (key, one, dotted(one.resource, methods[key])) for key, one in known.items()
    ]
    written = {key for key, each in arguments.items() if each.keywords}
    classes = choose_classes(called, pinned, written)
    others = choose_further(
        classes, {key: each.variants[1:] for key, each in arguments.items()}, pinned
    )
    return [
        Planned(
            one,
            arguments[key],
            plain[key],
            (classes[key], *others[key]),
            methods[key],
            streams.get(key, methods[key]),
            downloading.get(key),
            pages=pages_of(one, pinned) if plain[key] else None,
        )
        for key, one in known.items()
    ]


def note_credentials(
    api: Api, planned: list[Planned], secured: Iterable[Secured]
) -> list[Planned]:
    """Say of each operation which unusual credentials it needs."""
    arguments = {
        each.scheme.scheme: tuple(one.argument for one in each.shown)
        for each in secured
    }
    expected = usual(api)
    needs = (
        needed(alternatives_of(api, one.operation), expected, arguments)
        for one in planned
    )
    return [
        replace(one, credentials=credentials)
        for one, credentials in zip(planned, needs, strict=True)
    ]


def _methods(
    api: Api,
    known: Mapping[str, Operation],
    plain: Mapping[str, Answer | None],
    pinned: Mapping[str, str],
) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Name the methods of operations, and those that stream or download beside them.

    Given and published names are taken first.
    """
    taken = _taken(api)
    methods: dict[str, str] = {}
    beside: dict[str, dict[str, str]] = {after: {} for after in _BESIDE}
    for key, one in sorted(known.items(), key=lambda pair: not pair[1].given):
        if key in pinned or one.given:
            methods[key] = _take(taken[one.resource], argument_name(one.name))
    beside_others = list(_beside(known, plain))
    for after, key, one in beside_others:
        if key + after in pinned and not one.given:
            last = pinned[key + after].rpartition(".")[2]
            beside[after][key] = _take(taken[one.resource], last)
    for key, one in known.items():
        if key not in methods:
            methods[key] = _take(taken[one.resource], *map(argument_name, one.names))
    for after, key, one in beside_others:
        if key not in beside[after]:
            wanted = [f"{methods[key]}_{word}" for word in _BESIDE[after]]
            beside[after][key] = _take(taken[one.resource], *wanted)
    return methods, beside[STREAM], beside[DOWNLOAD]


_BESIDE = {STREAM: ("stream", "events"), DOWNLOAD: ("stream", "download")}
"""How methods end that stand beside another one, by their key in the lock."""


def _beside(
    known: Mapping[str, Operation], plain: Mapping[str, Answer | None]
) -> Iterator[tuple[str, str, Operation]]:
    """Yield which kind of method stands beside that of which operation."""
    for key, one in known.items():
        if stream_of(one) and plain[key] is not None:
            yield STREAM, key, one
    for key, one in known.items():
        found = plain[key]
        if found is not None and found.downloads:
            yield DOWNLOAD, key, one


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


def _plain_answer(operation: Operation) -> Answer | None:
    return answer(operation, lambda _: Annotation(Code("object")))


def call_of(planned: Planned) -> Call:
    """Say for the report how an operation is called."""
    stream, download = stream_of(planned.operation), planned.download_method
    prefix = ".".join(["client", *resource_attributes(planned.resource)])
    return Call(
        pointer=str(planned.operation.at),
        path=planned.operation.path,
        call=f"{prefix}.{planned.method if planned.plain else planned.stream_method}",
        stream_call=f"{prefix}.{planned.stream_method}" if stream else None,
        download_call=f"{prefix}.{download}" if download else None,
        module=path_of(resource_module(planned.resource)).rpartition("/")[2],
        pages=planned.pages.known_by if planned.pages else None,
        answers=tuple(str(content.at) for content in used_content(planned.operation)),
        arguments=tuple(
            Argument(one.name, one.place, one.wire_name, one.required)
            for one in planned.arguments.any
        ),
    )
