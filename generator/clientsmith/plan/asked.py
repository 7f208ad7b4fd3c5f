"""What the request of a sample call has to be, for the tests beside a package.

It is worked out from the description, and not by what packages send it with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast

from clientsmith.ir import Api, ApiKey, Operation

from .arguments import Arguments
from .bodies import Sent
from .code import Code, code, literal
from .hosts import own_server
from .operations import Planned
from .samples import Sampler
from .taken import Taken

_CREDENTIALS = frozenset({"authorization", "cookie", "proxy-authorization"})
"""What fakes do not show."""
_Given: TypeAlias = list[tuple[Taken, object]]
"""What a call is given, argument by argument."""


def request_checks(api: Api, planned: Planned, sampler: Sampler) -> tuple[Code, ...]:
    """Write what has to hold of the request, as far as texts and numbers say it."""
    given = [
        (one, sampler.argument(one)) for one in planned.arguments.all if one.required
    ]
    return tuple(_checks(api, planned, given))


def _checks(api: Api, planned: Planned, given: _Given) -> Iterator[Code]:
    operation = planned.operation
    yield from _line(api, operation, given)
    hidden = _CREDENTIALS | {
        one.name.lower() for one in api.security_schemes if isinstance(one, ApiKey)
    }
    for place in ("query", "header"):
        texts = _texts(given, place).items()
        found = {name: text for name, text in texts if name.lower() not in hidden}
        if found:
            name = Code("query" if place == "query" else "headers")
            yield code("assert call.{}.items() >= {}.items()", name, literal(found))
    yield from _body(planned.arguments, given)


def _line(api: Api, operation: Operation, given: _Given) -> Iterator[Code]:
    """Compare method and path, as far as it is known what stands for parameters."""
    path = operation.path.partition("#")[0].partition("?")[0]
    for name, text in _texts(given, "path").items():
        path = path.replace(f"{{{name}}}", text)
    start, rest, _ = path.partition("{")
    if own_server(api, operation) is not None:
        # What its server has beyond that of the API stands before.
        yield code("assert call.method == {}", literal(operation.method))
        if not rest:
            yield code("assert call.line.endswith({})", literal(path))
    elif rest:
        line = literal(f"{operation.method} {start}")
        yield code("assert call.line.startswith({})", line)
    else:
        line = literal(f"{operation.method} {path}")
        yield code("assert call.line == {}", line)


def _texts(given: _Given, place: str) -> dict[str, str]:
    """Return what is sent as it is said; lists and objects have styles."""
    return {
        one.wire_name.lower() if place == "header" else one.wire_name: _text(value)
        for one, value in given
        if one.place == place and _is_plain(one, value)
    }


def _is_plain(one: Taken, value: object) -> bool:
    parameter = one.parameter
    told = parameter is not None and parameter.content_type is None
    styled = parameter is not None and parameter.style not in {"form", "simple"}
    return told and not styled and isinstance(value, str | int)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _body(arguments: Arguments, given: _Given) -> Iterator[Code]:
    """Compare the members that are given of a JSON object, or the whole value."""
    if not _is_json(arguments.bodies):
        return
    sent = [(one, value) for one, value in given if one.place == "body"]
    if any(_has_bytes(value) for _, value in sent):
        return
    for one, value in sent:
        if one.whole:
            yield code("assert call.json == {}", literal(value))
            return
    if sent:
        members = {one.wire_name: value for one, value in sent}
        yield code("assert call.json.items() >= {}.items()", literal(members))


def _is_json(bodies: Iterable[Sent]) -> bool:
    return {one.kind for one in bodies} == {"json"}


def _has_bytes(value: object) -> bool:
    match value:
        case bytes():
            return True
        case dict():
            return any(map(_has_bytes, cast("dict[str, object]", value).values()))
        case list():
            return any(map(_has_bytes, cast("list[object]", value)))
        case _:
            return False
