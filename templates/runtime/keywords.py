"""Real keywords for functions that take `**params: Unpack[SomeParams]`.

Type checkers see the keywords in the TypedDict. At run time `help()` and
`inspect.signature` see them through a signature that is read at first look, and
request builders refuse unknown and missing ones by name.
https://peps.python.org/pep-0692/
"""

from __future__ import annotations

import inspect
from functools import cached_property, wraps
from importlib import import_module
from types import FunctionType, MappingProxyType
from typing import (
    TYPE_CHECKING,
    Any,
    ForwardRef,
    NotRequired,
    Required,
    get_args,
    get_origin,
    get_overloads,
)

from .forks import unlock_in_children
from .package import PACKAGE
from .suggestions import named, names_in, suggest, takes_any, unexpected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import FrameType

    from .client import AsyncBaseClient, BaseClient


class _Absent:
    """The default of a keyword that may be left out."""

    def __repr__(self) -> str:
        return "..."


_ABSENT = _Absent()


def describe(cls: type) -> None:
    """Give the methods of a class signatures that name each keyword."""
    unlock_in_children(cls)
    for method in vars(cls).values():
        function = method.__func__ if isinstance(method, staticmethod) else method
        if isinstance(function, FunctionType):
            original = inspect.unwrap(function)
            if _params_names(original):
                vars(function)["__signature__"] = KeywordSignature(original)


def _checked(function: Callable[..., Any], twin: str) -> Callable[..., Any]:
    if not _params_names(function):
        return function
    keywords = _Keywords(function, twin)

    @wraps(function)
    def build(*args: Any, **params: Any) -> Any:
        if not keywords.required <= params.keys() <= keywords.known:
            keywords.complain(params, _caller())
        return function(*args, **params)

    return build


def _caller() -> FrameType | None:
    """Return what has called the function that asks."""
    frame = inspect.currentframe()
    return frame.f_back.f_back if frame and frame.f_back else None


class _Keywords:
    """The keywords of one function, read when they are first needed."""

    def __init__(self, function: Callable[..., Any], twin: str) -> None:
        self._function = function
        self._twin = twin  # which gives a stream, where there is one

    @cached_property
    def _params(self) -> list[Any]:
        return _find_params(self._function)

    @cached_property
    def known(self) -> frozenset[str]:
        fixed = frozenset(named(self._function))
        return fixed.union(*(each.__annotations__ for each in self._params))

    @cached_property
    def required(self) -> frozenset[str]:
        return _required(self._params)

    def complain(self, params: Mapping[str, object], caller: FrameType | None) -> None:
        name, known = self._as_called(caller)
        for keyword in params:
            if keyword not in self.known:
                streams = self._twin if keyword == "stream" else ""
                hint = f"for a stream call {streams}()" if streams else ""
                raise unexpected(name, keyword, known, hint)
        missing = sorted(self.required - params.keys())
        noun = "argument" if len(missing) == 1 else "arguments"
        listed = ", ".join(map(repr, missing))
        raise TypeError(f"{name}() missing required keyword {noun}: {listed}")

    def _as_called(self, caller: FrameType | None) -> tuple[str, frozenset[str]]:
        """Name what was called, and what it takes: mostly a method that builds this."""
        if caller and isinstance(caller.f_locals.get("self"), Resource | AsyncResource):
            code = caller.f_code
            return code.co_qualname, self.known.union(names_in(code)) - {"self"}
        return self._function.__qualname__, self.known


class KeywordSignature(inspect.Signature):
    """A signature that names the keys of a TypedDict one by one."""

    __slots__ = ("_expanded", "_function")

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self._expanded: inspect.Signature | None = None

    def _read(self) -> inspect.Signature:
        if self._expanded is None:
            self._expanded = _expand(self._function)
        return self._expanded

    @property
    def parameters(self) -> MappingProxyType[str, inspect.Parameter]:
        """The parameters, with each keyword on its own."""
        return self._read().parameters

    @property
    def return_annotation(self) -> Any:
        """What the function returns."""
        return self._read().return_annotation

    def replace(self, **changes: Any) -> Any:
        """Return an ordinary signature with changes."""
        return self._read().replace(**changes)

    __replace__ = replace

    def __reduce__(self) -> tuple[Any, ...]:
        return KeywordSignature, (self._function,)


def _expand(function: Callable[..., Any]) -> inspect.Signature:
    signature = inspect.signature(_bare(function))
    annotations, needed = _keywords(_find_params(function))
    fixed = [
        parameter
        for parameter in signature.parameters.values()
        if parameter.kind is not inspect.Parameter.VAR_KEYWORD
    ]
    keywords = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if required else _ABSENT,
            annotation=annotation,
        )
        for required in (True, False)
        for name, annotation in annotations.items()
        if (name in needed) is required
    ]
    return signature.replace(parameters=[*fixed, *keywords])


def _bare(function: Any) -> FunctionType:
    """Copy a function without the signature that is about to be made."""
    bare = FunctionType(
        function.__code__,
        function.__globals__,
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    bare.__kwdefaults__ = function.__kwdefaults__
    bare.__annotations__ = function.__annotations__
    return bare


def _unqualified(annotation: Any) -> Any:
    if isinstance(annotation, ForwardRef):
        return annotation.__forward_arg__
    if get_origin(annotation) in (NotRequired, Required):
        return get_args(annotation)[0]
    return annotation


def _keywords(params: list[Any]) -> tuple[dict[str, Any], frozenset[str]]:
    """List the keywords that some dictionary has, and those that each one requires."""
    found: dict[str, Any] = {}
    for name, annotation in (pair for one in params for pair in _annotated(one)):
        found[name] = found[name] | annotation if name in found else annotation
    return found, _required(params)


def _annotated(params: Any) -> Iterable[tuple[str, Any]]:
    for name, annotation in params.__annotations__.items():
        yield name, _unqualified(annotation)


def _required(params: list[Any]) -> frozenset[str]:
    return frozenset[str].intersection(*(each.__required_keys__ for each in params))


def _params_names(function: Any) -> list[str]:
    """Name the dictionaries of keywords: one, or one for each overload."""
    name = _params_name(function)
    if name:
        return [name]
    overloads = [getattr(each, "__func__", each) for each in get_overloads(function)]
    return [name for each in overloads if (name := _params_name(each))]


def _params_name(function: Any) -> str:
    if not takes_any(function):
        return ""
    code = function.__code__
    keywords = code.co_varnames[_count_named(code)]
    annotation = str(function.__annotations__.get(keywords, ""))
    return annotation.removesuffix("]") if "Unpack[" in annotation else ""


def _count_named(code: Any) -> int:
    has_args = bool(code.co_flags & inspect.CO_VARARGS)
    return int(code.co_argcount + code.co_kwonlyargcount + has_args)


def _find_params(function: Any) -> list[Any]:
    return [_find(function, name) for name in _params_names(function)]


def _find(function: Any, unpacked: str) -> Any:
    name = unpacked.rpartition("Unpack[")[2].rpartition(".")[2]
    if name in function.__globals__:
        return function.__globals__[name]
    is_client = function.__name__ == "__init__"
    module = f"{__package__}.options" if is_client else f"{PACKAGE}.params"
    return getattr(import_module(module), name)


class _Described:
    """Has signatures that name each keyword, and hints at names that are close."""

    def __init_subclass__(cls) -> None:
        suggest(cls)
        describe(cls)


class Resource(_Described):
    """A group of operations; `requests` builds them as values."""

    def __init__(self, client: BaseClient) -> None:
        self._client = client


class AsyncResource(_Described):
    """The async twin of `Resource`."""

    def __init__(self, client: AsyncBaseClient) -> None:
        self._client = client


class Requests(_Described):
    """Builders of requests, one static method for each operation."""

    def __init_subclass__(cls) -> None:
        for name, method in list(vars(cls).items()):
            if isinstance(method, staticmethod):
                function, twin = method.__func__, f"{name}_stream"
                twin = twin if twin in vars(cls) else ""
                setattr(cls, name, staticmethod(_checked(function, twin)))
        super().__init_subclass__()
