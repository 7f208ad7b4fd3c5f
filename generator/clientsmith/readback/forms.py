"""How functions of a package are written; one that is written otherwise is not ours."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Container, Iterator
from typing import Final

from .asserted import is_mark
from .module import Module
from .unread import UnreadError

_OPTIONS: Final = "*, request_options: RequestOptions | None=None"
_SENT: Final = frozenset(
    {
        "return self._client.send({}, request_options).value",
        "self._client.send({}, request_options)",
        "return self._client.stream({}, request_options)",
        "return self._client.open(Download, {}, request_options)",
        "return Pages(self._client, {}, request_options)",
        "return _Pages(self._client, {}, request_options)",
        "return self._client.open(_Download, {}, request_options)",
    }
)
"""What methods do with a request."""
_DEPRECATED: Final = "deprecated"
_REQUESTS: Final = frozenset({"PagedRequest", "Request", "StreamRequest"})
_FACTS: Final = frozenset(
    {
        "accept",
        "body",
        "cookies",
        "errors",
        "events",
        "framing",
        "headers",
        "idempotent",
        "items",
        "lines",
        "make_key",
        "method",
        "more",
        "operation",
        "path",
        "query",
        "redirects",
        "response_headers",
        "resumes",
        "returns",
        "security",
        "server",
        "step",
        "terminator",
    }
)
"""What requests may say."""
_SETTINGS: Final = frozenset(
    {
        "allow_reserved",
        "base64",
        "content_type",
        "empty",
        "encode",
        "encoding",
        "explode",
        "files",
        "first",
        "fixed",
        "headers",
        "integer",
        "json",
        "location",
        "media_type",
        "name",
        "nested",
        "nullable",
        "optional",
        "pages",
        "parts",
        "renamed",
        "style",
        "total",
        "without",
    }
)
"""What may be said of a part of a request."""


_TYPES: Final = frozenset({"errors", "events", "returns"})
"""What of that says of which types answers are."""
_BUILTINS: Final = frozenset(dir(builtins))


def check_method(module: Module, node: ast.FunctionDef, builder: str) -> None:
    """See to it that a method takes what its builder takes, and sends what it builds.

    Raises:
        UnreadError: It is written otherwise.
    """
    gathered = [f"**{node.args.kwarg.arg}"] if node.args.kwarg else []
    names = ", ".join([*(one.arg for one in node.args.args[1:]), *gathered])
    request = f"self.requests.{builder}({names})"
    says = ast.unparse(node.body[-1])
    known = {each.format(request) for each in _SENT}
    if not (says in known and len(node.body) == 1 + _has_docs(node)):
        raise _otherwise(module, node)
    check_signature(module, node)


def check_signature(module: Module, node: ast.FunctionDef) -> None:
    """See to it that only the arguments of the operation are those of a method.

    Raises:
        UnreadError: There are others, or something decorates it.
    """
    args = node.args
    is_plain = not (args.posonlyargs or args.vararg or args.defaults)
    is_own = args.args[:1] != [] and ast.unparse(args.args[0]) == "self"
    decorated = all(map(_is_known_decorator, node.decorator_list))
    if not (is_plain and is_own and _options(args) == _OPTIONS and decorated):
        raise _otherwise(module, node)


def _options(args: ast.arguments) -> str:
    """Write what is only given by its name."""
    only = ast.arguments([], [], None, args.kwonlyargs, args.kw_defaults, None, [])
    return ast.unparse(only)


def _is_known_decorator(node: ast.expr) -> bool:
    match node:
        case ast.Name(id="overload"):
            return True
        case ast.Call(
            func=ast.Name(id=name), args=[ast.Constant(value=str())], keywords=[]
        ):
            return name == _DEPRECATED
        case _:
            return False


def check_overload(
    module: Module, node: ast.FunctionDef, builder: ast.FunctionDef
) -> None:
    """See to it that a set of arguments is nothing more, and that a builder takes it.

    Raises:
        UnreadError: It is written otherwise.
    """
    for one in (node, builder):
        first, *others = [ast.unparse(each) for each in one.decorator_list] or [""]
        is_own = one is node or others == ["staticmethod"]
        says = [ast.unparse(each) for each in one.body]
        if first != "overload" or says != ["..."] or not is_own:
            raise _otherwise(module, one)
    if ast.unparse(_without_options(node.args)) != ast.unparse(builder.args):
        raise _otherwise(module, builder)
    check_signature(module, node)


def check_child(module: Module, node: ast.FunctionDef, kind: str) -> None:
    """See to it that an attribute is the resource that it says it is.

    Raises:
        UnreadError: It is written otherwise.
    """
    known = {f"return {kind}(self)", f"return {kind}(self._client)"}
    match node.body:
        case [*_, ast.ImportFrom() as imported, last] if (
            module.meant_by(imported) == {kind: module.imported.get(kind)}
            and ast.unparse(last) in known
            and len(node.body) == 2 + _has_docs(node)
            and ast.unparse(node.args) == "self"
            and [ast.unparse(one) for one in node.decorator_list] == ["cached_property"]
        ):
            return
        case _:
            raise _otherwise(module, node)


def check_builder(
    module: Module, node: ast.FunctionDef, method: ast.FunctionDef
) -> None:
    """See to it that a builder takes what its method takes, and says nothing unknown.

    Raises:
        UnreadError: It is written otherwise.
    """
    taken = ast.unparse(_without_options(method.args))
    is_static = [ast.unparse(one) for one in node.decorator_list] == ["staticmethod"]
    *before, last = node.body[_has_docs(node) :] or [ast.Pass()]
    imports = all(isinstance(one, ast.ImportFrom) for one in before)
    if not (is_static and imports and taken == ast.unparse(node.args)):
        raise _otherwise(module, node)
    call = _request(module, node, last)
    known = {*module.imported, *_named(module, node)}
    for one in call.keywords:
        if one.arg not in _FACTS or not _is_known(one, known):
            what = f"what `{one.arg or ast.unparse(one)}` says of `{node.name}`"
            raise UnreadError(module.path, one.value, what)


def _request(module: Module, node: ast.FunctionDef, last: ast.stmt) -> ast.Call:
    match last:
        case ast.Return(value=ast.Call(func=ast.Name(id=name), args=[]) as call) if (
            name.lstrip("_") in _REQUESTS
        ):
            return call
        case _:
            raise UnreadError(module.path, last, f"the request of `{node.name}`")


def _named(module: Module, node: ast.FunctionDef) -> Iterator[str]:
    """List the names that mean something in a builder alone."""
    yield from (one.arg for one in [*node.args.args, node.args.kwarg] if one)
    for each in ast.walk(node):
        match each:
            case ast.ImportFrom():
                yield from module.meant_by(each)
            case ast.NamedExpr(target=ast.Name(id=name)):
                yield name
            case _:
                pass


def _without_options(args: ast.arguments) -> ast.arguments:
    return ast.arguments([], args.args[1:], None, [], [], args.kwarg, [])


def _is_known(told: ast.keyword, known: Container[str]) -> bool:
    """Tell whether what is said of a request is made of what requests are made of."""
    if told.arg == "response_headers" and not isinstance(told.value, ast.Name):
        return False
    says = _is_type if told.arg in _TYPES else _says_what_is_known
    for node in ast.walk(told.value):
        match node:
            case ast.Name(id=name) if name not in known and name not in _BUILTINS:
                return False
            case ast.Call() if not says(node):
                return False
            case _:
                pass
    return True


def _is_type(call: ast.Call) -> bool:
    """Tell whether a call is what is asserted of a type, or several of them."""
    match call:
        case ast.Call(func=ast.Name(id="ByMediaType"), args=[_], keywords=[]):
            return True
        case _:
            return is_mark(call)


def _says_what_is_known(call: ast.Call) -> bool:
    """Tell whether the keywords of a call are settings, or the parts of a path."""
    told = [one.arg for one in call.keywords]
    match call:
        case ast.Call(
            func=ast.Name(id="expand_path" | "_expand_path"),
            args=[ast.Constant(value=str(template))],
        ):
            return all(one is None or f"{{{one}}}" in template for one in told)
        case _:
            return all(one in _SETTINGS for one in told)


def _has_docs(node: ast.FunctionDef) -> int:
    return int(ast.get_docstring(node) is not None)


def _otherwise(module: Module, node: ast.FunctionDef) -> UnreadError:
    return UnreadError(module.path, node, f"how `{node.name}` is written")
