"""How each operation is called: where it is found, and what it takes."""

from __future__ import annotations

from dataclasses import dataclass

from clientsmith.ir import Api, Name, Operation

from .annotations import Annotation
from .answers import Answer, answer, used_content
from .arguments import Arguments, stream_of, take_arguments
from .casing import argument_name, class_name, module_name, named
from .code import Code
from .module import path_of
from .package import Argument, Call
from .resource_names import resource_attributes, resource_module


@dataclass(frozen=True, slots=True)
class Planned:
    """One operation, with everything that is decided about calling it."""

    operation: Operation
    arguments: Arguments
    params: Code | None
    """The typed dictionary of its keywords, where it takes any."""
    method: str
    stream_method: str

    @property
    def resource(self) -> tuple[Name, ...]:
        """Where it is found."""
        return self.operation.resource

    @property
    def dotted(self) -> str:
        """The call, without `client.` and the parentheses."""
        return ".".join([*resource_attributes(self.resource), self.method])

    @property
    def dotted_stream(self) -> str:
        """The same for the method that streams."""
        return ".".join([*resource_attributes(self.resource), self.stream_method])


def params_name(operation: Operation) -> Name:
    """Return the name of an operation's typed dictionary, in words."""
    return operation.noun + operation.name + Name(("params",))


def params_module(operation: Operation) -> str:
    """Return the module of an operation's typed dictionary."""
    return f".params.{module_name(operation.noun + operation.name)}"


def plan_operations(api: Api) -> list[Planned]:
    """Decide how every operation is called; no two names of a resource are the same."""
    taken: dict[tuple[Name, ...], set[str]] = {
        resource.path: {"requests"} for resource in api.resources
    }
    for resource in api.resources:
        if len(resource.path) > 1:
            attribute = resource_attributes(resource.path)[-1]
            taken[resource.path[:-1]].add(attribute)
    methods = [
        _take(taken[operation.resource], argument_name(operation.name))
        for operation in api.operations
    ]
    return [
        _plan(api, operation, method, taken[operation.resource])
        for operation, method in zip(api.operations, methods, strict=True)
    ]


def _take(taken: set[str], *names: str) -> str:
    """Take the first name that is free, else the last one with underscores."""
    free = next((name for name in names if name not in taken), names[-1])
    while free in taken:
        free += "_"
    taken.add(free)
    return free


def _plan(api: Api, operation: Operation, method: str, taken: set[str]) -> Planned:
    arguments = take_arguments(api, operation)
    params = named(class_name(params_name(operation))) if arguments.keywords else None
    stream_method = method
    if stream_of(operation) and _plain_answer(operation) is not None:
        stream_method = _take(taken, f"{method}_stream", f"{method}_events")
    return Planned(operation, arguments, params, method, stream_method)


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
        answers=tuple(str(content.at) for content in used_content(planned.operation)),
        arguments=tuple(
            Argument(one.name, one.place, one.wire_name, one.required)
            for one in planned.arguments.all
        ),
    )
