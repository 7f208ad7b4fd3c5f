"""How each operation is called: where it is found, and what it takes."""

from __future__ import annotations

from dataclasses import dataclass

from clientsmith.ir import Api, Name, Operation

from .annotations import Annotation
from .answers import Answer, answer
from .arguments import Arguments, stream_of, take_arguments
from .casing import argument_name, class_name, module_name, named
from .code import Code
from .package import Argument, Call
from .resource_names import resource_attributes

_TAKEN_BY_RESOURCES = frozenset({"requests"})


@dataclass(frozen=True, slots=True)
class Planned:
    """One operation, with everything that is decided about calling it."""

    operation: Operation
    arguments: Arguments
    params: Code | None
    """The typed dictionary of its keywords, where it takes any."""
    method: str
    stream_method: str
    resource: tuple[Name, ...]

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


def plan_operation(api: Api, operation: Operation) -> Planned:
    """Decide how an operation is called."""
    arguments = take_arguments(api, operation)
    params = named(class_name(params_name(operation))) if arguments.keywords else None
    method = argument_name(operation.name)
    if method in _TAKEN_BY_RESOURCES:
        method += "_"
    says_so = {"stream", "subscribe"} & {word.lower() for word in operation.name.words}
    only = _plain_answer(operation) is None
    stream_method = method if only or says_so else f"{method}_stream"
    if stream_method == method and not only:
        stream_method = f"{method}_events"
    return Planned(
        operation, arguments, params, method, stream_method, operation.resource
    )


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
        arguments=tuple(
            Argument(one.name, one.place, one.wire_name, one.required)
            for one in planned.arguments.all
        ),
    )
