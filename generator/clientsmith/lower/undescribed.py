"""What a description leaves out and a client needs: where the API is, who may ask it.

Nobody can guess either, and an overlay says it.
https://spec.openapis.org/overlay/v1.1.0.html
"""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps
from typing import Final, TypeAlias

from openapi_pydantic.v3.v3_1 import Parameter as ParameterObject
from openapi_pydantic.v3.v3_1 import Reference

from clientsmith.diagnostics import Diagnostic, Exit, hint
from clientsmith.ir import Operation, Server, name_of
from clientsmith.pointer import Pointer
from clientsmith.resolve import members

from .context import Context
from .operations import find_operations
from .styles import location_of

_Taken: TypeAlias = tuple[Pointer, Pointer, str]
"""The operation that takes a header, where that is declared, and what selects it."""
_HEADERS: Final = (
    *(("access", "key"), ("access", "token"), ("api", "key"), ("api", "token")),
    *(("auth", "key"), ("auth", "token"), ("apikey",), ("authorization",)),
)
"""How the names of headers end that hold credentials."""
_SWAGGER: Final = "2."


def find_undescribed(
    context: Context, operations: tuple[Operation, ...], servers: tuple[Server, ...]
) -> Iterator[Diagnostic]:
    """Report what is missing, each with an overlay to complete."""
    nowhere = [one for one in operations if not one.servers]
    if nowhere and not servers:
        yield _servers_missing(context)
    schemes = members(members(context.description.value).get("components"))
    if not schemes.get("securitySchemes"):
        yield from _schemes_missing(context)


def _servers_missing(context: Context) -> Diagnostic:
    update = ("servers:", "  - url: https://api.example.com")
    if _is_swagger(context):
        update = ("host: api.example.com", "schemes: [https]")
    return hint(
        "servers-missing",
        "there are no `servers`: whoever makes a client has to give `base_url`",
        context.description.root,
        hint="say where the API is, with an overlay",
        paste=_overlay("Servers", (("$", update),)),
        exit=Exit.DOCUMENT,
    )


def _schemes_missing(context: Context) -> Iterator[Diagnostic]:
    """Report the header by which most operations know who asks, if there is one."""
    found: dict[str, list[_Taken]] = {}
    for name, taken in _credentials(context):
        found.setdefault(name, []).append(taken)
    if not found:
        return
    name, all_taken = max(found.items(), key=lambda each: (len(each[1]), each[0]))
    count = len({operation for operation, _, _ in all_taken})
    selectors = dict.fromkeys(selector for _, _, selector in all_taken)
    holder = "securityDefinitions" if _is_swagger(context) else "securitySchemes"
    yield hint(
        "security-missing",
        f"there are no `{holder}`, but {count} operation"
        f"{' takes' if count == 1 else 's take'} the header `{name}`",
        min(at for _, at, _ in all_taken),
        hint="have the client send it, with an overlay",
        paste=_overlay(
            "Credentials",
            (
                *((selector, ()) for selector in selectors),
                ("$", _scheme(context, name)),
            ),
        ),
        exit=Exit.DOCUMENT,
    )


def _credentials(context: Context) -> Iterator[tuple[str, _Taken]]:
    """Yield each header of an operation that is called as credentials are."""
    for _, _, (item, at_item), (node, at) in find_operations(context):
        for holder, place, path in ((item, at_item, "*"), (node, at, "*.*")):
            for index, raw in enumerate(holder.parameters or ()):
                where = place / "parameters" / index
                found, _ = context.description.follow(raw, where, ParameterObject)
                if location_of(found) == "header" and _is_credential(found.name):
                    selector = f"$.paths.{path}.parameters[?{_test(context, raw)}]"
                    yield found.name, (at, where, selector)


def _test(context: Context, raw: ParameterObject | Reference) -> str:
    """Write what is true of a parameter, as the document has it."""
    if isinstance(raw, Reference):
        target = context.description.pointer(raw.ref)
        return f'@["$ref"] == {dumps(str(context.description.moves.origin(target)))}'
    return f"@.name == {dumps(raw.name)}"


def _is_credential(header: str) -> bool:
    words = name_of(header).lower.words
    return any(words[-len(end) :] == end for end in _HEADERS)


def _scheme(context: Context, header: str) -> tuple[str, ...]:
    """Describe the scheme that sends a header, for all operations."""
    name, scheme = "ApiKey", f"{{type: apiKey, in: header, name: {dumps(header)}}}"
    if _is_swagger(context):
        lines: tuple[str, ...] = ("securityDefinitions:", f"  {name}: {scheme}")
    else:
        if header.lower() == "authorization":
            name, scheme = "Token", "{type: http, scheme: bearer}"
        lines = ("components:", "  securitySchemes:", f"    {name}: {scheme}")
    return (*lines, "security:", f"  - {name}: []")


def _is_swagger(context: Context) -> bool:
    return context.description.version.startswith(_SWAGGER)


def _overlay(
    title: str, actions: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[str, ...]:
    """Write an overlay: each target is updated, or removed where there is nothing."""
    lines = ["overlay: 1.0.0", f"info: {{title: {title}, version: 1.0.0}}", "actions:"]
    for target, update in actions:
        quoted = target.replace("'", "''")
        lines.append(f"  - target: '{quoted}'")
        lines += (
            ["    update:", *(f"      {line}" for line in update)] if update else []
        )
        lines += [] if update else ["    remove: true"]
    return tuple(lines)
