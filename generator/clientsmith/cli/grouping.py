"""Lets a command take options in groups, so that those of several are written once.

typer makes an option of each parameter of a command. Of one that is annotated with a
`Struct`, it makes an option of each field.

https://typer.tiangolo.com/tutorial/options/help/
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from inspect import Parameter, signature
from typing import Any

from msgspec import Struct


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command with the fields of its groups as parameters of its own."""
    own = signature(command, eval_str=True)
    groups: dict[str, type[Struct]] = {
        name: each.annotation
        for name, each in own.parameters.items()
        if _is_group(each)
    }

    @wraps(command)
    def flat(**given: Any) -> None:
        made = {name: _made(group, given) for name, group in groups.items()}
        command(**made, **given)

    parameters = [each for one in own.parameters.values() for each in _flat(one)]
    flat.__dict__["__signature__"] = own.replace(parameters=parameters)
    return flat


def _is_group(one: Parameter) -> bool:
    return isinstance(one.annotation, type) and issubclass(one.annotation, Struct)


def _flat(one: Parameter) -> Iterator[Parameter]:
    fields = signature(one.annotation).parameters.values() if _is_group(one) else [one]
    for each in fields:
        yield each.replace(kind=Parameter.KEYWORD_ONLY)


def _made(group: type[Struct], given: dict[str, Any]) -> Struct:
    """Take what is given of a group."""
    return group(**{name: given.pop(name) for name in group.__struct_fields__})
