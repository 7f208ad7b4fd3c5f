"""Tells whether values fit types, and which models a type has.

https://docs.pydantic.dev/latest/concepts/strict_mode/
"""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from .decode import Context, decode_json
from .errors import ResponseValidationError
from .models import Model, Unknown
from .to_json import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator


def accepts(kind: Any, value: object) -> bool:
    """Say whether strict validation lets a value pass."""
    try:
        read(kind, value)
    except ResponseValidationError:
        return False
    return True


def read(kind: Any, value: object) -> Any:
    """Read a value as a type.

    Raises:
        ResponseValidationError: It does not fit.
    """
    context = Context(f"make({name_of(kind)})", "strict", 200)
    return decode_json(to_json(value), kind, context)


def name_of(kind: Any) -> str:
    """Return the name of a class, or what else a type is written as."""
    return getattr(kind, "__name__", str(kind))


def is_model(kind: Any) -> bool:
    """Say whether a type is the class of a model."""
    return isinstance(kind, type) and issubclass(kind, Model)


def variants(kind: Any) -> Iterator[type[Model]]:
    """Yield the models that a value may be, but for what is unknown."""
    if is_model(kind):
        if kind is not Unknown:
            yield kind
    elif get_origin(kind) in {Annotated, Union, UnionType}:
        for each in get_args(kind):
            yield from variants(each)
    elif not isinstance(getattr(kind, "__value__", ""), str):
        yield from variants(kind.__value__)
