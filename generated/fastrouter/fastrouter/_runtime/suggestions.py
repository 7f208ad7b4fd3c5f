"""Says of a keyword that does not exist which one may have been meant."""

from __future__ import annotations

import inspect
import sys
from functools import wraps
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import CodeType


def unexpected(
    name: str, keyword: str, known: Iterable[str], hint: str = ""
) -> TypeError:
    """Make the error for a keyword that does not exist."""
    from difflib import get_close_matches

    near = [] if hint else get_close_matches(keyword, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else hint
    text = f"{name}() got an unexpected keyword argument {keyword!r}"
    return TypeError(f"{text}; {hint}" if hint else text)


def suggest(cls: type) -> None:
    """Let methods without `**params` name the nearest keyword.

    Python does so by itself since 3.13.
    """
    if sys.version_info >= (3, 13):
        return
    for name, method in list(vars(cls).items()):
        static = isinstance(method, staticmethod)
        function = method.__func__ if static else method
        is_public = isinstance(function, FunctionType) and not name.startswith("_")
        if is_public and not takes_any(function):
            wrapped = _suggesting(function)
            setattr(cls, name, staticmethod(wrapped) if static else wrapped)


def _suggesting(function: Callable[..., Any]) -> Callable[..., Any]:
    known = frozenset(named(function))

    def check(keywords: Mapping[str, object]) -> None:
        for keyword in keywords.keys() - known:
            raise unexpected(function.__qualname__, keyword, known)

    if inspect.iscoroutinefunction(function):

        @wraps(function)
        async def wait(*args: Any, **keywords: Any) -> Any:
            check(keywords)
            return await function(*args, **keywords)

        return wait

    @wraps(function)
    def call(*args: Any, **keywords: Any) -> Any:
        check(keywords)
        return function(*args, **keywords)

    return call


def takes_any(function: Callable[..., Any]) -> bool:
    """Say whether a function takes `**params`."""
    return bool(function.__code__.co_flags & inspect.CO_VARKEYWORDS)


def named(function: Callable[..., Any]) -> tuple[str, ...]:
    """List the parameters of a function that have a name."""
    return names_in(function.__code__)


def names_in(code: CodeType) -> tuple[str, ...]:
    """List the parameters of a piece of code that have a name."""
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
