"""How a request builder sends what it is given: styles, and media types of bodies."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Final

from clientsmith.surface.sent import style_said

from .module import Module

_FORM: Final = "application/x-www-form-urlencoded"
_USUAL: Final[Mapping[str, str]] = {
    "binary_body": "application/octet-stream",
    "form_body": _FORM,
    "form_value": _FORM,
    "json_body": "application/json",
    "json_lines_body": "application/x-ndjson",
    "json_value": "application/json",
    "multipart_body": "multipart/form-data",
    "multipart_value": "multipart/form-data",
    "text_body": "text/plain",
}
"""The media type that each function makes a body of, unless it is told another one."""
_CHOOSE: Final = "choose"


def form_of(module: Module, call: ast.Call) -> str:
    """Say how a call of the runtime writes a parameter."""
    given = {one.arg: one.value for one in call.keywords if one.arg}
    options = {
        name: value.value
        for name, value in given.items()
        if isinstance(value, ast.Constant)
    }
    return style_said(called(module, call), options)


def called(module: Module, call: ast.Call) -> str:
    """Name the function that is called, whatever it is imported as."""
    if not isinstance(call.func, ast.Name):
        return ""
    meant = module.imported.get(call.func.id)
    return meant.name if meant else call.func.id


def media_of(module: Module, body: ast.expr | None) -> tuple[str, ...]:
    """List the media types that a body may be sent in, the usual one first."""
    for node in ast.walk(body) if body else ():
        if isinstance(node, ast.Call):
            found = tuple(_media(module, node))
            if found:
                return found
    return ()


def _media(module: Module, call: ast.Call) -> Iterator[str]:
    name = called(module, call)
    if name == _CHOOSE:
        yield from _offered(call)
    elif name in _USUAL:
        told = (one.value for one in call.keywords if one.arg == "media_type")
        own = next((one for one in told if isinstance(one, ast.Constant)), None)
        yield str(own.value) if own else _USUAL[name]


def _offered(call: ast.Call) -> Iterator[str]:
    """List what a body is chosen from."""
    match call.args:
        case [_, ast.Dict(keys=keys)]:
            for key in keys:
                if isinstance(key, ast.Constant):
                    yield str(key.value)
        case _:
            pass
