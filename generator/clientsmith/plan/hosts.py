"""Where the API is: what clients may choose, and where operations are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from urllib.parse import urlsplit

from msgspec import Struct

from clientsmith.ir import Api, Operation, Server, ServerVariable, name_of

from .casing import argument_name, named
from .code import Code, code, join, literal
from .sentences import first_paragraph, in_one_line

OPTIONS = frozenset(
    {
        "base_url",
        "deadline",
        "follow_redirects",
        "headers",
        "http_client",
        "idle_timeout",
        "max_event_bytes",
        "options",
        "retry",
        "self",
        "server",
        "timeout",
        "validation",
    },
)
"""What clients take besides."""
_LONGEST = 60


class Option(Struct, frozen=True):
    """A part of the address that the client takes as an argument."""

    argument: str
    variable: ServerVariable


def options(api: Api, taken: Collection[str]) -> list[Option]:
    """Name the arguments for the variables of all servers."""
    found: list[Option] = []
    used = set(taken)
    for variable in _variables(api):
        name = argument_name(name_of(variable.name))
        name = f"server_{name}" if name in used else name
        while name in used:
            name += "_"
        used.add(name)
        found.append(Option(name, variable))
    return found


def needs_base_url(api: Api) -> bool:
    """Tell whether the description does not say where the API is."""
    return not api.servers or not _is_whole(api.servers[0].address)


def _is_whole(address: str) -> bool:
    return "://" in address


def _variables(api: Api) -> list[ServerVariable]:
    """List the variables of all servers; the first of a name is the one."""
    found: dict[str, ServerVariable] = {}
    own = [server for one in api.operations for server in one.servers]
    for server in (*api.servers, *own):
        for variable in server.variables:
            found.setdefault(variable.name, variable)
    return list(found.values())


def facts(api: Api) -> list[Code]:
    """Write what the client knows of the servers of the API."""
    found: list[Code] = []
    if api.servers:
        addresses = tuple(one.address for one in api.servers)
        found.append(code("servers={}", literal(addresses)))
    if has_choice(api):
        found.append(code("choice=ServerChoice({})", join(", ", _choice(api))))
    return found


def has_choice(api: Api) -> bool:
    """Tell whether clients may choose anything about where the API is."""
    return bool(api.servers[1:] or _variables(api))


def _choice(api: Api) -> list[Code]:
    """Write what servers are called, and what stands for parts of their addresses."""
    found: list[Code] = []
    if names := _names(api.servers):
        found.append(code("names={}", literal(names)))
    if variables := _variables(api):
        pairs = [code("{}: {}", literal(one.name), _variable(one)) for one in variables]
        found.append(code("variables={{{}}}", join(", ", pairs)))
    return found


def _variable(variable: ServerVariable) -> Code:
    parts = [literal(variable.default)]
    if variable.enum:
        parts.append(literal(variable.enum))
    return code("Variable({})", join(", ", parts))


def _names(servers: Iterable[Server]) -> dict[str, int]:
    """Say which server each name and each short description means, where it is one."""
    listed = list(servers)
    if not listed[1:]:
        return {}
    found: dict[str, list[int]] = {}
    for index, server in enumerate(listed):
        for name in dict.fromkeys([server.name, _label(server)]):
            if name:
                found.setdefault(name, []).append(index)
    return {name: places[0] for name, places in found.items() if not places[1:]}


def _label(server: Server) -> str:
    """Return a description that could be a name."""
    text = in_one_line(first_paragraph(server.docs)).removesuffix(".")
    return text if len(text) <= _LONGEST else ""


def choices(api: Api) -> list[str]:
    """List the best names of servers, if there is more than one to choose from."""
    if not api.servers[1:]:
        return []
    names: dict[int, str] = {}
    for name, index in _names(api.servers).items():
        names.setdefault(index, name)
    return [names.get(index, one.address) for index, one in enumerate(api.servers)]


def parameters(api: Api, taken: Collection[str]) -> list[Code]:
    """Write what the constructor of a client takes."""
    found: list[Code] = []
    if listed := choices(api):
        shown = join(", ", [literal(one) for one in listed])
        found.append(code("server: Literal[{}] | int | None = None", shown))
    for option in options(api, taken):
        kind = Code("str")
        if option.variable.enum:
            values = join(", ", [literal(one) for one in option.variable.enum])
            kind = code("Literal[{}]", values)
        found.append(code("{}: {} | None = None", named(option.argument), kind))
    return found


def passed(api: Api, taken: Collection[str]) -> list[Code]:
    """Write what the constructor passes on."""
    found = [Code("server=server")] if choices(api) else []
    pairs = [
        code("{}: {}", literal(one.variable.name), named(one.argument))
        for one in options(api, taken)
    ]
    if pairs:
        found.append(code("variables={{{}}}", join(", ", pairs)))
    return found


def about(api: Api, taken: Collection[str]) -> list[str]:
    """Say what may be chosen, each in a sentence."""
    sentences: list[str] = []
    if listed := choices(api):
        every = ", ".join(f"`{each}`" for each in listed)
        sentences.append(f"`server` is one of {every}; the first one if none is given.")
    sentences += [_sentence(option) for option in options(api, taken)]
    if needs_base_url(api):
        path = api.servers[0].address.strip("/") if api.servers else ""
        where = f", which ends with `/{path}`" if path else ""
        sentences.append(f"`base_url` says where the API is{where}.")
    return sentences


def _sentence(option: Option) -> str:
    variable = option.variable
    docs = in_one_line(first_paragraph(variable.docs)).rstrip(".")
    default = "has no default"
    if variable.default is not None:
        default = (
            f"is {f'`{variable.default}`' if variable.default else 'empty'} by default"
        )
    return f"`{option.argument}` {default}{f': {docs}' if docs else ''}."


def own_server(api: Api, operation: Operation) -> tuple[str, ...] | str | None:
    """Return where an operation is, if not where the API is.

    Where it has servers of its own for each of those of the API, it has as many.
    """
    own = operation.servers
    if not own or [one.address for one in own] == [one.address for one in api.servers]:
        return None
    matching = [_filled(api, _match(one, own)) for one in api.servers]
    if len(set(matching)) > 1:
        return tuple(matching)
    first = _filled(api, own[0])
    is_same = len(api.servers) == 1 and first == api.servers[0].address
    return None if is_same else first


def _match(server: Server, own: tuple[Server, ...]) -> Server:
    """Find the server of an operation that belongs to one of the API."""
    names = {server.name, _label(server)} - {""}
    for one in own:
        if names & {one.name, _label(one)} or one.address == server.address:
            return one
    host = urlsplit(server.address).netloc
    return next((one for one in own if urlsplit(one.address).netloc == host), own[0])


def _filled(api: Api, server: Server) -> str:
    """Return an address in which variables of another meaning have their default."""
    known = {one.name: one for one in _variables(api)}
    address = server.address
    for variable in server.variables:
        meant = known[variable.name]
        is_other = (meant.default, meant.enum) != (variable.default, variable.enum)
        if is_other and variable.default is not None:
            address = address.replace(f"{{{variable.name}}}", variable.default)
    return address
