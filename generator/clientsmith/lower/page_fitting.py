"""What a scheme means for one operation, if it fits it."""

from __future__ import annotations

from clientsmith.ir import (
    AnswerPlace,
    Anything,
    Array,
    Cursor,
    InBody,
    LastItem,
    LinkHeader,
    Map,
    NextUrl,
    Offset,
    Operation,
    PageNumber,
    PageStep,
    Pagination,
    Sent,
    Type,
)
from clientsmith.ir.page_schemes import PageScheme, SchemeError

from .answer_fields import Answer, Declarations, answer_of
from .listed import listed, page_of
from .page_parameters import Taken, taken
from .pagination import first_page


def fitted(
    scheme: PageScheme, operation: Operation, declarations: Declarations
) -> Pagination | None:
    """Return what a scheme means for an operation; None if that it has no pages.

    Raises:
        SchemeError: It does not fit.
    """
    if scheme.kind == "none":
        return None
    answer = answer_of(operation, declarations)
    if answer is None:
        raise SchemeError("it does not answer with one type of JSON")
    items, item = _items(scheme, operation, answer)
    for place in (scheme.next, scheme.more, scheme.done, scheme.total, scheme.pages):
        if scheme.kind != "last-item" or place != scheme.next:
            _check(place, answer)
    return Pagination(
        step=_step(scheme, operation, declarations),
        items=items,
        item=item,
        more=scheme.more,
        done=scheme.done,
        known_by=scheme.name,
        asked=True,
    )


def _items(
    scheme: PageScheme, operation: Operation, answer: Answer
) -> tuple[InBody, Type]:
    if scheme.items is None:
        field = listed(operation, page_of(answer))
        if field is None:
            raise SchemeError(
                "it is not certain which list it answers with: say `items`", "items"
            )
    else:
        field = answer.find(scheme.items.keys)
    if field is not None and isinstance(field.type, Array):
        return InBody(field.keys), field.type.items
    if scheme.items is not None and _is_open(scheme.items.keys, answer):
        return scheme.items, Anything()
    where = ".".join(scheme.items.keys) if scheme.items else ""
    raise SchemeError(f"there is no list `{where}` in its answer", "items")


def _check(place: AnswerPlace | None, answer: Answer) -> None:
    if not isinstance(place, InBody) or answer.find(place.keys):
        return
    if not _is_open(place.keys, answer):
        missing = ".".join(place.keys)
        raise SchemeError(f"there is no `{missing}` in its answer", "next")


def _is_open(keys: tuple[str, ...], answer: Answer) -> bool:
    """Tell whether the document says nothing of what is in a place."""
    for length in range(len(keys) + 1):
        field = answer.find(keys[:length])
        if field is None:
            return False
        if isinstance(field.type, Anything | Map):
            return True
    return False


def _step(
    scheme: PageScheme, operation: Operation, declarations: Declarations
) -> PageStep:
    match scheme.kind:
        case "url" if scheme.next is not None:
            return NextUrl(scheme.next)
        case "link" | "url" | "none":
            return LinkHeader()
        case "cursor" | "last-item" | "page" | "offset":
            return _sending(scheme, *_sent(scheme, operation, declarations))


def _sending(scheme: PageScheme, sent: Sent, known: Taken | None) -> PageStep:
    if scheme.kind == "cursor" and scheme.next is not None:
        return Cursor(sent, scheme.next)
    if scheme.kind == "last-item" and isinstance(scheme.next, InBody):
        return LastItem(sent, scheme.next)
    if scheme.kind == "offset":
        return Offset(sent, scheme.total)
    if scheme.kind != "page":
        raise SchemeError("`next` must be in the last item", "next")
    return PageNumber(sent, _first(scheme, known), scheme.pages, scheme.total)


def _first(scheme: PageScheme, known: Taken | None) -> int:
    """Return the number of the first page: 1 where nobody says otherwise."""
    if scheme.first is not None:
        return scheme.first
    found = first_page(known) if known else None
    return 1 if found is None else found


def _sent(
    scheme: PageScheme, operation: Operation, declarations: Declarations
) -> tuple[Sent, Taken | None]:
    """Find the parameter; what is asked for by name may be undeclared."""
    name = scheme.parameter or ""
    for one in taken(operation, declarations):
        if one.sent.name == name and scheme.location in {None, one.sent.location}:
            return one.sent, one
    if not scheme.operations and not scheme.name.startswith("x-"):
        raise SchemeError(f"it has no parameter `{name}`", "parameter")
    if scheme.location is not None:
        return Sent(name, scheme.location), None
    return Sent(name, "query" if operation.request_body is None else "body"), None
