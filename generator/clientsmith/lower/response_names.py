"""What the schemas of answers are called that have no name of their own."""

from __future__ import annotations

from http import HTTPStatus

from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Response as ResponseObject

from clientsmith.ir import Name, name_of
from clientsmith.pointer import Pointer

from .context import Context
from .naming import Called
from .owner import Owner

_LISTS = frozenset({"fetch", "find", "get", "list", "query", "search"})
_PHRASES = {str(int(one)): one.phrase for one in HTTPStatus}
_MAKES_OR_GETS = frozenset(
    {
        "add",
        "create",
        "fetch",
        "get",
        "patch",
        "read",
        "replace",
        "retrieve",
        "show",
        "update",
    },
)


def response_owner(
    context: Context,
    status: str,
    raw: ResponseObject | SchemaReference,
    at: Pointer,
    called: Called,
    *,
    streams: bool,
) -> Owner:
    """Name the schema of one media type of a response."""
    home = at / "schema"
    if isinstance(raw, SchemaReference):
        component = name_of(context.description.pointer(raw.ref).name)
        return Owner(component + Name(("body",)), home)
    noun = called.noun
    long = noun + called.name
    if streams:
        event = Name(("event",))
        return Owner(noun + event, home, (long + event,))
    if not status.startswith("2"):
        own = _status_words(status) + Name(("body",))
        return Owner(long + own, home, (long + own + name_of(at.last),), own=own)
    response = long + Name(("response",))
    by_status = long + _status_words(status) + Name(("response",))
    exact = long + _status_words(status) + name_of(at.last) + Name(("response",))
    one_word = len(called.name.words) == 1
    makes_or_gets = one_word and called.name.words[0].lower() in _MAKES_OR_GETS
    return Owner(
        noun,
        home,
        (long, response),
        whole=(*((noun,) if makes_or_gets else ()), response, by_status, exact),
        each=Name(()) if makes_or_gets else _each(called),
    )


def _each(called: Called) -> Name:
    """Return what one of those is that an operation lists, as far as its name says."""
    verb, *others = called.name.words
    listed = Name(tuple(others)).singular
    if others and (verb.lower() not in _LISTS or listed.words == tuple(others)):
        return Name(())
    return called.noun + listed


def _status_words(status: str) -> Name:
    return name_of(_PHRASES.get(status, "error"))
