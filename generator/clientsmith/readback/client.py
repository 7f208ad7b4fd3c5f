"""How clients are made, where they go, and which resources they have."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from msgspec import Struct

from clientsmith.surface import Parameter, Plain, without_none
from clientsmith.surface.sent import credential_said

from .connecting import check_client
from .files import PackageFiles
from .module import Module
from .requests import Ways, ways_of
from .sending import called
from .unread import UnreadError

CLIENT = "client.py"
_CLASS = "Client"
_ADDRESSED = "AddressedOptions"
_LAZY = "cached_property"
_UNSHOWN = frozenset({"client_id_env", "client_secret_env"})
"""Parts of credentials that only tokens are asked for with."""


class Client(Struct, frozen=True):
    """The module of the client, as far as calls need to know it."""

    module: Module
    node: ast.ClassDef
    credentials: Mapping[str, tuple[str, ...]]
    """The arguments of the client that each scheme takes."""
    security: Ways
    """What calls need unless they say otherwise."""
    servers: tuple[str, ...]


def client_of(files: PackageFiles) -> Client:
    """Read the module of the client.

    Raises:
        UnreadError: It is not understood.
    """
    module = files.module(CLIENT)
    node = module.class_of(_CLASS, "the client")
    facts = _facts(module)
    check_client(module, node, dict(children_of(node)))
    security, servers = facts.get("security"), facts.get("servers")
    return Client(
        module=module,
        node=node,
        credentials=dict(_credentials(module, node)),
        security=() if security is None else ways_of(module, security),
        servers=() if servers is None else _texts(servers),
    )


def _facts(module: Module) -> dict[str, ast.expr]:
    for node in module.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="API")], value=ast.Call() as call):
                return {one.arg: one.value for one in call.keywords if one.arg}
            case _:
                pass
    raise UnreadError(module.path, None, "where the API is")


def _texts(node: ast.expr) -> tuple[str, ...]:
    match node:
        case ast.Tuple(elts=elements):
            return tuple(
                str(one.value) for one in elements if isinstance(one, ast.Constant)
            )
        case _:
            return ()


def _start(module: Module, node: ast.ClassDef) -> ast.FunctionDef:
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            return each
    raise UnreadError(module.path, node, "how clients are made")


def _above(module: Module, node: ast.ClassDef) -> ast.Call:
    """Return what clients hand on to what they are made of."""
    match _start(module, node).body[-1]:
        case ast.Expr(value=ast.Call() as call):
            return call
        case _:
            raise UnreadError(module.path, node, "how clients are made")


def _credentials(
    module: Module, node: ast.ClassDef
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """List the arguments that each scheme takes."""
    known = {one.arg for one in _start(module, node).args.kwonlyargs}
    match _above(module, node).args:
        case [_, ast.Dict(keys=keys, values=values)]:
            for key, value in zip(keys, values, strict=True):
                if isinstance(key, ast.Constant):
                    names = [one for one in _taken(value) if one in known]
                    yield str(key.value), tuple(dict.fromkeys(names))
        case _:
            pass


def _forms(client: Client) -> Iterator[tuple[str, str]]:
    """Say how the credentials of each argument are sent."""
    match _above(client.module, client.node).args:
        case [_, ast.Dict(keys=keys, values=values)]:
            for key, value in zip(keys, values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(value, ast.Call):
                    form = _form(client.module, value)
                    names = client.credentials.get(str(key.value), ())
                    yield from ((name, form) for name in names)
        case _:
            pass


def _form(module: Module, call: ast.Call) -> str:
    """Say how one scheme is sent, by what its class is told."""
    told = {one.arg: one.value for one in call.keywords if one.arg}
    details = {
        name: str(value.value)
        for name, value in told.items()
        if isinstance(value, ast.Constant)
    }
    return credential_said(called(module, call), details)


def _taken(node: ast.expr) -> Iterator[str]:
    """List the arguments that credentials are made of, each with its variable."""
    if isinstance(node, ast.Call):
        variables = [one.arg for one in node.keywords if str(one.arg).endswith("env")]
        for value, variable in zip(node.args, variables, strict=False):
            if isinstance(value, ast.Name) and variable not in _UNSHOWN:
                yield value.id


def options_of(files: PackageFiles, client: Client) -> Iterator[Parameter]:
    """List the arguments of clients that depend on the API."""
    module, start = client.module, _start(client.module, client.node)
    files.note(_CLASS, module, client.node)
    wires, defaults = dict(_wires(client)), dict(_defaults(module))
    forms = dict(_forms(client))
    for argument in start.args.kwonlyargs:
        if argument.annotation is None:
            raise UnreadError(module.path, argument, f"what `{argument.arg}` is")
        files.note(f"{_CLASS}({argument.arg}=)", module, argument)
        wire = wires.get(argument.arg, "")
        yield Parameter(
            name=argument.arg,
            wire=wire,
            form=forms.get(argument.arg, ""),
            type=without_none(module.type_of(argument.annotation)),
            default=defaults.get(wire),
        )
    rest = start.args.kwarg
    kind = ast.unparse(rest.annotation) if rest and rest.annotation else ""
    files.note(f"{_CLASS}(base_url=)", module, rest)
    yield Parameter(name="base_url", type=Plain("str"), required=_ADDRESSED in kind)


def _wires(client: Client) -> Iterator[tuple[str, str]]:
    """Say what arguments are for, by which they are known under other names."""
    for scheme, names in client.credentials.items():
        yield from ((name, f"{scheme} {at}") for at, name in enumerate(names))
    for keyword in _above(client.module, client.node).keywords:
        match keyword:
            case ast.keyword(arg="variables", value=ast.Dict(keys=keys, values=values)):
                for key, value in zip(keys, values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(value, ast.Name):
                        yield value.id, str(key.value)
            case _:
                pass


def _defaults(module: Module) -> Iterator[tuple[str, str]]:
    """List what variables of servers are unless somebody says otherwise."""
    choice = _facts(module).get("choice")
    for node in ast.walk(choice) if choice else ():
        match node:
            case ast.keyword(arg="variables", value=ast.Dict(keys=keys, values=values)):
                for key, value in zip(keys, values, strict=True):
                    match key, value:
                        case (
                            ast.Constant(value=name),
                            ast.Call(args=[ast.Constant(value=text), *_]),
                        ) if text is not None:
                            yield str(name), str(text)
                        case _:
                            pass
            case _:
                pass


def children_of(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """List the resources below something: their names, and their classes."""
    for each in node.body:
        match each:
            case ast.FunctionDef(name=name, returns=ast.Name(id=kind)):
                if any(_is_lazy(one) for one in each.decorator_list):
                    yield name, kind
            case _:
                pass


def _is_lazy(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == _LAZY
