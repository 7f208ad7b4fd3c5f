"""What the events of a stream become: by their name, or all of them the same.

https://html.spec.whatwg.org/multipage/server-sent-events.html#dispatchMessage
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, get_args, get_origin
from uuid import UUID

from .decode import decode_json, reader
from .drift import tell
from .error_body import fits
from .forks import unlock_in_children
from .sse import ServerSentEvent

if TYPE_CHECKING:
    from .decode import Context
    from .models import Model
    from .request import StreamRequest

Reading: TypeAlias = Callable[[ServerSentEvent], Any]


@dataclass(frozen=True, slots=True)
class UnknownEvent:
    """An event that was added to the API after this package was generated.

    Its name is not described. Where the description has no names, its data is not
    what is described, either: it is no JSON, JSON of another kind, or an object with
    none of the properties that are required.
    """

    event: str
    data: str
    id: str = ""


def reading(request: StreamRequest[Any], context: Context) -> Reading:
    """Return what reads the events of a stream."""
    if request.events is None:
        return _as(request.returns, request, context)
    named = {name: _as(kind, request, context) for name, kind in request.events.items()}
    if request.returns is not None:
        named.setdefault("message", _as(request.returns, request, context))
    return lambda event: named.get(event.event, _unknown)(event)


def _as(returns: Any, request: StreamRequest[Any], context: Context) -> Reading:
    if returns is ServerSentEvent:
        return lambda event: event
    if request.lines is None and returns is str:
        return lambda event: event.data
    return _Typed(returns, request, context)


def _unknown(event: ServerSentEvent) -> UnknownEvent:
    return UnknownEvent(event.event, event.data, event.id)


class _Typed:
    """Reads events as one type."""

    def __init__(
        self, returns: Any, request: StreamRequest[Any], context: Context
    ) -> None:
        self._returns = returns
        self._context = context
        self._is_text = request.lines is None and _is_text(returns)
        self._is_open = request.events is None

    @cached_property
    def _read(self) -> Any:
        return reader(self._returns).reads(self._context.validation)

    def __call__(self, event: ServerSentEvent) -> Any:
        text = json.dumps(event.data) if self._is_text else event.data
        try:
            return self._read(text, by_name=False, strict=True)
        except ValueError:
            if self._is_new(event) and not _is_like(text, self._returns):
                problem = f"{event.event} is an event that is not described"
                tell(self._context.operation, "$", problem, self._context.validation)
                return _unknown(event)
            return decode_json(text, self._returns, self._context)

    def _is_new(self, event: ServerSentEvent) -> bool:
        may_be = self._is_open and self._context.validation != "strict"
        return may_be and event.event != "message"


unlock_in_children(_Typed)


def _is_like(text: str, returns: Any) -> bool:
    """Tell whether JSON that does not fit a type is meant as a value of it."""
    from .models import Model
    from .surrogates import hidden

    try:
        value = reader(returns).read_leniently(hidden(text) or text)
    except ValueError:
        return False
    # A variant that was chosen by its tag is meant, whatever it lacks.
    is_tagged = any(hasattr(mark, "property") for mark in _marks(returns))
    lacks_all = isinstance(value, Model) and _lacks_everything(value)
    return fits(value, returns) and (is_tagged or not lacks_all)


def _marks(returns: Any) -> tuple[Any, ...]:
    return get_args(returns)[1:] if get_origin(returns) is Annotated else ()


def _lacks_everything(value: Model) -> bool:
    fields = type(value).model_fields.items()
    # What may be left out is None by default, and a constant is itself.
    required = {name for name, field in fields if field.default is not None}
    return bool(required) and required.isdisjoint(value.model_fields_set)


_TEXTS: frozenset[object] = frozenset(
    {bytes, date, datetime, Decimal, time, timedelta, UUID}
)


def _is_text(returns: Any) -> bool:
    """Tell whether values of a type are text in JSON: data has no quotes around it."""
    if get_origin(returns) is Annotated:
        kind, *marks = get_args(returns)
        # Integers that are text are marked by a class, all others by what they assert.
        as_text = kind is int and any(isinstance(mark, type) for mark in marks)
        return as_text or kind is str or _is_text(kind)
    return isinstance(returns, Hashable) and returns in _TEXTS
