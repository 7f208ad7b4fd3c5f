"""Calls as a person would write them, for READMEs, references and tests."""

from __future__ import annotations

from collections.abc import Sequence

from .casing import named
from .code import Code, code, join, literal
from .operations import Planned
from .resource_names import resource_attributes
from .samples import Sampler
from .taken import Taken


def write_call(planned: Planned, sampler: Sampler, *, stream: bool = False) -> Code:
    """Write a call with everything it needs and nothing it does not."""
    return code("{}({})", _method(planned, stream=stream), _given(planned, sampler))


def write_long_call(
    planned: Planned, sampler: Sampler, *, stream: bool = False
) -> Code:
    """Write a call with one argument on each line, unless it is short."""
    return _laid_out(_method(planned, stream=stream), planned, sampler)


def write_stream(planned: Planned, sampler: Sampler) -> Code:
    """Write how the events of a stream are read."""
    return code(
        "with {} as events:\n    for event in events:\n        print(event)",
        write_long_call(planned, sampler, stream=True),
    )


def write_request(planned: Planned, sampler: Sampler) -> Code:
    """Write what builds the request of a call, laid out like a call."""
    return _laid_out(_method(planned, built=True), planned, sampler)


def write_download(planned: Planned, sampler: Sampler) -> Code:
    """Write the call that hands out bytes."""
    return code("{}({})", _download_method(planned), _given(planned, sampler))


def write_long_download(planned: Planned, sampler: Sampler) -> Code:
    """Write the call that hands out bytes, laid out like a call."""
    return _laid_out(_download_method(planned), planned, sampler)


def _download_method(planned: Planned) -> Code:
    path = [*resource_attributes(planned.resource), str(planned.download_method)]
    return join(".", [named(part) for part in ("client", *path)])


def _laid_out(method: Code, planned: Planned, sampler: Sampler) -> Code:
    call = code("{}({})", method, _given(planned, sampler))
    given = [_argument(one, sampler) for one in _needed(planned)]
    if not given or len(call) < _SHORT:
        return call
    lines = join("\n", [code("    {},", one) for one in given])
    return code("{}(\n{}\n)", method, lines)


def _method(planned: Planned, *, stream: bool = False, built: bool = False) -> Code:
    name = planned.stream_method if stream else planned.method
    between = ["requests"] if built else []
    path = ["client", *resource_attributes(planned.resource), *between, name]
    return join(".", [named(part) for part in path])


def _given(planned: Planned, sampler: Sampler) -> Code:
    return join(", ", [_argument(one, sampler) for one in _needed(planned)])


_SHORT = 60


def _needed(planned: Planned) -> Sequence[Taken]:
    return [one for one in planned.arguments.all if one.required]


def _argument(one: Taken, sampler: Sampler) -> Code:
    value = sampler.argument(one)
    if one.place == "path":
        return literal(value)
    return code("{}={}", named(one.name), literal(value))
