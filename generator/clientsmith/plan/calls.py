"""Calls as a person would write them, for READMEs, references and tests."""

from __future__ import annotations

from collections.abc import Sequence

from .arguments import Taken
from .casing import named
from .code import Code, code, join, literal
from .operations import Planned
from .samples import Sampler


def write_call(
    planned: Planned,
    sampler: Sampler,
    client: str = "client",
    *,
    stream: bool = False,
) -> Code:
    """Write a call with everything it needs and nothing it does not."""
    path = [named(client), *(Code(part) for part in planned.dotted.split(".")[:-1])]
    path.append(named(planned.stream_method if stream else planned.method))
    given = [_argument(one, sampler) for one in _needed(planned)]
    return code("{}({})", join(".", path), join(", ", given))


def write_long_call(
    planned: Planned, sampler: Sampler, *, stream: bool = False
) -> Code:
    """Write a call with one argument on each line."""
    return _broken(write_call(planned, sampler, stream=stream), planned, sampler)


def write_request(planned: Planned, sampler: Sampler) -> Code:
    """Write what builds the request of a call, with one argument on each line."""
    call = write_call(planned, sampler)
    head, _, rest = call.partition("(")
    owner, _, method = head.rpartition(".")
    requested = Code(f"{owner}.requests.{method}({rest}")
    return _broken(requested, planned, sampler)


def _broken(call: Code, planned: Planned, sampler: Sampler) -> Code:
    given = [_argument(one, sampler) for one in _needed(planned)]
    if not given or len(call) < _SHORT:
        return call
    head = call[: call.index("(") + 1]
    lines = join("\n", [code("    {},", one) for one in given])
    return code("{}\n{}\n)", Code(head), lines)


_SHORT = 60


def _needed(planned: Planned) -> Sequence[Taken]:
    return [one for one in planned.arguments.all if one.required]


def _argument(one: Taken, sampler: Sampler) -> Code:
    value = sampler.argument(one)
    if one.place == "path":
        return literal(value)
    return code("{}={}", named(one.name), literal(value))
