"""Shorthands of the tests of names: operations in a line each, calls out."""

from __future__ import annotations

from clientsmith.ir import Operation
from unit.compiling import operations

OK = "responses: {'200': {description: x}}"


def calls(*described: str, extra: str = "") -> list[str]:
    """Name operations given as `METHOD PATH [operationId] [tag]`; `-` is none.

    A tag has `+` where it has spaces; `extra` are further members of all operations.
    """
    paths: dict[str, list[str]] = {}
    for one in described:
        method, path, operation_id, tag = (*one.split(), "-", "-")[:4]
        told = f"operationId: '{operation_id}', " if operation_id != "-" else ""
        told += f"tags: ['{tag.replace('+', ' ')}'], " if tag != "-" else ""
        told += f"{extra}, " if extra else ""
        paths.setdefault(path, []).append(f"{method.lower()}: {{{told}{OK}}}")
    found = operations(
        "\n".join(f"'{path}': {{{', '.join(each)}}}" for path, each in paths.items()),
    )
    return sorted(map(called, found))


def called(operation: Operation) -> str:
    """Write where an operation is found."""
    return ".".join(name.snake for name in [*operation.resource, operation.name])
