"""How the module of clients is written: what they are made with, and where they go."""

from __future__ import annotations

import ast
from typing import Final

from .forms import check_child
from .module import Module
from .statements import check_class, statements_in, unknown
from .twins import check_twin
from .unread import UnreadError

_BASES: Final = frozenset({"BaseClient", "StreamingClient"})
_CLASSES: Final = frozenset({"AsyncClient", "Client"})
_API: Final = frozenset({"choice", "errors", "name", "security", "servers", "version"})
_OPTIONS: Final = frozenset({"Unpack[AddressedOptions]", "Unpack[ClientOptions]"})
_HANDED_ON: Final = frozenset({"server", "variables", None})
_SCHEMES: Final = frozenset(
    {
        "ApiKey",
        "BasicAuth",
        "BearerToken",
        "ClientCertificate",
        "DigestAuth",
        "OAuth2",
    }
)
_SAID: Final = frozenset(
    {
        "client_id_env",
        "client_secret_env",
        "discovery_url",
        "env",
        "name",
        "place",
        "refresh_url",
        "scheme",
        "token_url",
        "username_env",
    }
)
"""What is said of credentials besides the arguments that they are."""


def check_client(module: Module, node: ast.ClassDef, lazy: dict[str, str]) -> None:
    """See to it that a module holds clients as ours are written, and nothing else.

    Raises:
        UnreadError: It holds something else.
    """
    for each, _ in statements_in(module.body):
        match each:
            case ast.ClassDef(name=name) if name in _CLASSES:
                pass
            case ast.Assign(targets=[ast.Name(id="API")], value=ast.Call() as call):
                _check_api(module, call)
            case _:
                raise unknown(module, each)
    check_class(module, node, _BASES)
    check_twin(module, node)
    for each, _ in statements_in(node.body):
        match each:
            case ast.FunctionDef(name="__init__"):
                _check_start(module, each)
            case ast.FunctionDef(name=name) if name in lazy:
                check_child(module, each, lazy[name])
            case _:
                raise unknown(module, each)


def _check_api(module: Module, call: ast.Call) -> None:
    for one in call.keywords:
        is_known = one.arg in _API
        match one:
            case ast.keyword(arg="choice", value=value):
                is_known = _is_choice(value)
            case ast.keyword(arg="servers", value=value):
                is_known = isinstance(value, ast.Tuple) and all(
                    map(_is_text, value.elts)
                )
            case _:
                pass
        if not is_known:
            raise unknown(module, one.value)
    if call.args or ast.unparse(call.func) != "Api":
        raise unknown(module, call)


def _is_choice(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="ServerChoice"), args=[], keywords=told):
            return all(map(_is_chosen, told))
        case _:
            return False


def _is_chosen(told: ast.keyword) -> bool:
    match told:
        case ast.keyword(arg="names", value=ast.Dict(keys=keys, values=values)):
            return all(isinstance(each, ast.Constant) for each in (*keys, *values))
        case ast.keyword(arg="variables", value=ast.Dict(keys=keys, values=values)):
            return all(map(_is_text, keys)) and all(map(_is_variable, values))
        case _:
            return False


def _is_variable(node: ast.expr) -> bool:
    match node:
        case ast.Call(
            func=ast.Name(id="Variable"),
            args=[ast.Constant()] | [ast.Constant(), ast.Tuple()],
            keywords=[],
        ):
            return True
        case _:
            return False


def _is_text(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _check_start(module: Module, node: ast.FunctionDef) -> None:
    """See to it that arguments are handed on, and are None unless they are given."""
    args, rest = node.args, node.args.kwarg
    is_plain = not (args.posonlyargs or args.vararg or args.defaults)
    are_free = all(one and ast.unparse(one) == "None" for one in args.kw_defaults)
    options = ast.unparse(rest.annotation) if rest and rest.annotation else ""
    is_own = [ast.unparse(one) for one in args.args] == ["self"]
    if not (is_plain and are_free and is_own and options in _OPTIONS):
        raise _otherwise(module, node)
    match node:
        case ast.FunctionDef(
            decorator_list=[],
            body=[
                ast.Expr(
                    value=ast.Call(
                        args=[ast.Name(id="API"), ast.Dict() as schemes]
                    ) as call
                )
            ],
        ) if ast.unparse(call.func) == "super().__init__":
            _check_handed_on(
                module, call, schemes, {one.arg for one in args.kwonlyargs}
            )
        case _:
            raise _otherwise(module, node)


def _check_handed_on(
    module: Module, call: ast.Call, schemes: ast.Dict, given: set[str]
) -> None:
    for one in call.keywords:
        if one.arg not in _HANDED_ON:
            raise unknown(module, one.value)
    for key, value in zip(schemes.keys, schemes.values, strict=True):
        if not (_is_text(key) and _is_scheme(value, given)):
            raise unknown(module, value)


def _is_scheme(node: ast.expr, given: set[str]) -> bool:
    match node:
        case ast.Call(func=ast.Name(id=name), args=args, keywords=told):
            names = [one.id for one in args if isinstance(one, ast.Name)]
            said = all(one.arg in _SAID and _is_text(one.value) for one in told)
            return (
                name in _SCHEMES
                and said
                and {*names} <= given
                and len(names) == len(args)
            )
        case _:
            return False


def _otherwise(module: Module, node: ast.FunctionDef) -> UnreadError:
    return UnreadError(module.path, node, "how clients are made")
