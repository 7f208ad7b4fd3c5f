"""What the schemas of answers are called that have no name of their own."""

from __future__ import annotations

from http import HTTPStatus

from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Response as ResponseObject

from clientsmith.ir import Name, name_of
from clientsmith.pointer import Pointer

from .answers import is_thing
from .context import Context, SchemaLike
from .naming import Called
from .owner import Owner

_LISTS = frozenset({"fetch", "find", "get", "list", "query", "search"})
_PHRASES = {str(int(one)): one.phrase for one in HTTPStatus}
_MAKES = frozenset({"add", "create", "patch", "replace", "update"})
_GETS = frozenset({"fetch", "get", "read", "retrieve", "show"})


def response_owner(
    context: Context,
    status: str,
    raw: ResponseObject | SchemaReference,
    at: Pointer,
    called: Called,
    schema: SchemaLike | None,
    *,
    streams: bool,
) -> Owner:
    """Name the schema of one media type of a response.

    What is made or got is called after what it is, if the answer is just that.
    """
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
    makes = called.name.snake in _MAKES
    answers = makes or called.name.snake in _GETS
    is_it = answers and is_thing(context, schema, home, noun, made=makes)
    return Owner(
        noun,
        home,
        (long, response),
        whole=(*((noun,) if is_it else ()), response, by_status, exact),
        each=Name(()) if answers else _each(called),
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
