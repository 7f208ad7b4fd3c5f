"""Says how pages follow each other, in the configuration or beside an operation.

A place in an answer is written as keys with dots between them, as a JSON pointer, or
as a runtime expression of OpenAPI.
https://spec.openapis.org/oas/v3.1.1.html#runtime-expressions
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Literal, TypeAlias, cast, get_args

from msgspec import Struct, field

from clientsmith.diagnostics import Position
from clientsmith.ir import AnswerPlace, InBody, InHeader

Kind: TypeAlias = Literal[
    "cursor", "last-item", "page", "offset", "url", "link", "none"
]
Location: TypeAlias = Literal["query", "header", "body"]

_HEADER = "$response.header."
_BODY = "$response.body#"
_NEEDS: Mapping[Kind, tuple[str, ...]] = {
    "cursor": ("parameter", "next"),
    "last-item": ("parameter", "next"),
    "page": ("parameter",),
    "offset": ("parameter",),
    "url": ("next",),
    "link": (),
    "none": (),
}
"""What has to be said for each kind."""


class SchemeError(ValueError):
    """A scheme is wrong, or not one for an operation; it says why in a sentence."""

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key
        """What in the scheme it is about; the whole of it where that is empty."""


class PageScheme(Struct, frozen=True, kw_only=True):
    """One way in which pages follow each other, and the operations it is for."""

    name: str
    kind: Kind
    parameter: str | None = None
    location: Location | None = None
    next: AnswerPlace | None = None
    items: InBody | None = None
    more: AnswerPlace | None = None
    done: AnswerPlace | None = None
    total: AnswerPlace | None = None
    pages: AnswerPlace | None = None
    first: int | None = None
    operations: tuple[str, ...] = ()
    """Those it is for; all that it fits, if none is listed."""
    shared: bool = False
    """Whether it is for several descriptions, and need not fit each of them."""
    places: Mapping[str, Position] = field(default_factory=dict[str, Position])
    """Where it is said in the configuration, and under `operations` where those are."""

    @property
    def at(self) -> Position | None:
        """Where it is said, if in the configuration."""
        return self.places.get("")


_PLACES = ("next", "items", "more", "done", "total", "pages")
_TEXTS = ("kind", "parameter", "in", *_PLACES)
SCHEME_KEYS = (*_TEXTS, "first", "operations")


def read_scheme(name: str, said: object) -> PageScheme:
    """Read a scheme from a table of the configuration, or from an extension.

    Raises:
        SchemeError: Something in it is wrong; it says so in a sentence.
    """
    if not isinstance(said, Mapping):
        raise SchemeError("it must be a table")
    table = cast("Mapping[str, object]", said)
    _check(table)
    kind = cast("Kind", table["kind"])
    missing = [key for key in _NEEDS[kind] if key not in table]
    if missing:
        raise SchemeError(f"`{kind}` needs `{missing[0]}`")
    places = {key: read_place(str(table[key])) for key in _PLACES if key in table}
    items = places.get("items")
    if isinstance(items, InHeader):
        raise SchemeError("`items` must be in the content", "items")
    listed = cast("list[str]", table.get("operations", []))
    return PageScheme(
        name=name,
        kind=kind,
        parameter=cast("str | None", table.get("parameter")),
        location=cast("Location | None", table.get("in")),
        next=places.get("next"),
        items=items,
        more=places.get("more"),
        done=places.get("done"),
        total=places.get("total"),
        pages=places.get("pages"),
        first=cast("int | None", table.get("first")),
        operations=tuple(listed),
    )


def _check(table: Mapping[str, object]) -> None:
    for key in table:
        if key not in SCHEME_KEYS:
            near = get_close_matches(key, SCHEME_KEYS, n=1)
            known = f"did you mean `{near[0]}`?" if near else "remove it"
            raise SchemeError(f"`{key}` is not known; {known}", key)
    for key in _TEXTS:
        if not isinstance(table.get(key, ""), str):
            raise SchemeError(f"`{key}` must be a string", key)
    for key, allowed in (("kind", get_args(Kind)), ("in", get_args(Location))):
        if table.get(key, allowed[0] if key == "in" else None) not in allowed:
            raise SchemeError(f"`{key}` must be one of {', '.join(allowed)}", key)
    first = table.get("first", 1)
    if not isinstance(first, int) or isinstance(first, bool):
        raise SchemeError("`first` must be a number", "first")
    listed = table.get("operations", [])
    each = cast("list[object]", listed) if isinstance(listed, list) else [0]
    if not all(isinstance(one, str) for one in each):
        raise SchemeError("`operations` must be a list of strings", "operations")


def read_place(text: str) -> AnswerPlace:
    """Read where in an answer a value is."""
    if text.startswith(_HEADER):
        return InHeader(text.removeprefix(_HEADER))
    text = text.removeprefix(_BODY)
    if text.startswith("/"):
        steps = text.split("/")[1:]
        return InBody(tuple(s.replace("~1", "/").replace("~0", "~") for s in steps))
    return InBody(tuple(key for key in text.removeprefix("$").split(".") if key))
