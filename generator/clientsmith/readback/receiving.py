"""How the module of webhooks is written: what receives them, and reads callbacks."""

from __future__ import annotations

import ast
from typing import Final

from clientsmith.surface import Event, Type, named_in

from .module import Module
from .statements import statements_in, unknown, unknown_head
from .unread import UnreadError

_CLASS: Final = "Webhooks"
_USUAL: Final = "_webhooks"
_ALWAYS: Final = frozenset({_USUAL, "parse_as", "sign", "verify"})
_BASES: Final = frozenset({"EventReceiver['WebhookEvent']", "Receiver"})
_SIGNATURE: Final = (
    "self, payload: Payload, headers: Headers | None=None, *, "
    "secret: Secret | None=None, verify: bool=True"
)
_PRESETS: Final = frozenset({"GITHUB", "SLACK", "STANDARD_WEBHOOKS", "STRIPE"})
_PARTS: Final = frozenset(
    {
        "algorithm",
        "aliases",
        "content",
        "encoding",
        "header",
        "id_header",
        "prefix",
        "separator",
        "timestamp_format",
        "timestamp_header",
        "timestamp_prefix",
    }
)
"""What schemes of signatures may say."""
_READ: Final = (
    "return self.parse_as({}, payload, headers, secret=secret, verify=verify)"
)


def receiver_of(module: Module) -> ast.ClassDef:
    """Return the class that receives webhooks, beside which there is only its use.

    Raises:
        UnreadError: There is something else.
    """
    node = module.class_of(_CLASS, "what receives webhooks")
    bound: set[str] = set()
    for each, _ in statements_in(module.body):
        if each is not node:
            bound.add(_bound(module, each))
    missing = _functions(node) - bound
    if not any(ast.unparse(one).startswith("env =") for one in node.body):
        raise UnreadError(module.path, node, "where secrets of webhooks are from")
    if missing:
        raise UnreadError(module.path, node, f"where `{min(missing)}` is")
    bases = [ast.unparse(one) for one in node.bases]
    if node.decorator_list or node.keywords or not {*bases} <= _BASES or bases[1:]:
        raise unknown_head(module, node)
    return node


def _bound(module: Module, node: ast.stmt) -> str:
    """Name the usual receiver, or a function of it."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            usual = f"{_CLASS}()" if name == _USUAL else f"{_USUAL}.{name}"
            if ast.unparse(value) == usual:
                return name
        case _:
            pass
    raise unknown(module, node)


def _functions(node: ast.ClassDef) -> set[str]:
    """List what may be called without making a receiver."""
    found = [one.name for one in node.body if isinstance(one, ast.FunctionDef)]
    has_events = any(ast.unparse(one).startswith("events =") for one in node.body)
    return {*found, *_ALWAYS, *(["parse"] if has_events else [])}


def is_about_signatures(name: str, value: ast.expr) -> bool:
    """Tell whether an attribute says how it is known who has sent a webhook."""
    match name, value:
        case (("env" | "signature"), ast.Constant(value=str())):
            return True
        case "tolerance", ast.Constant(value=int() | float()):
            return True
        case "scheme", ast.Name(id=preset):
            return preset in _PRESETS
        case "scheme", ast.Call(func=ast.Name(id="Scheme"), args=[], keywords=told):
            return all(one.arg in _PARTS for one in told)
        case _:
            return False


def check_reader(module: Module, node: ast.FunctionDef) -> Type:
    """Return what a function reads callbacks as.

    Raises:
        UnreadError: It is written otherwise than ours are.
    """
    kind = ast.unparse(node.returns) if node.returns else ""
    known = {_READ.format(each) for each in (kind, f"Kind[{kind}]({kind})")}
    is_plain = ast.unparse(node.args) == _SIGNATURE and not node.decorator_list
    *before, last = node.body
    has_docs = len(before) == int(ast.get_docstring(node) is not None)
    if node.returns and is_plain and has_docs and ast.unparse(last) in known:
        return module.type_of(node.returns)
    raise UnreadError(module.path, node, f"how `{node.name}` is written")


def check_union(module: Module, events: list[Event]) -> None:
    """See to it that the type of any webhook is made of those that there are.

    Raises:
        UnreadError: It is made of others.
    """
    wanted = {name for one in events for name in named_in(one.type)}
    found = [node for node, _ in statements_in(module.body)]
    match found:
        case [
            ast.AnnAssign(
                target=ast.Name(id="WebhookEvent"),
                annotation=ast.Name(id="TypeAlias"),
                value=ast.expr() as value,
            )
        ] if {*named_in(module.type_of(value))} == wanted:
            return
        case _:
            at = found[-1] if found else None
            raise UnreadError(module.path, at, "the type of any webhook")
