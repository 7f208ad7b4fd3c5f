"""Lists that are read page by page: what methods return, and how requests say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from clientsmith.diagnostics import Diagnostic, hint, warning
from clientsmith.ir import (
    AnswerPlace,
    Api,
    Cursor,
    InBody,
    InHeader,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    Operation,
    PageNumber,
    PageStep,
    Pagination,
    Sent,
    bare,
)

from .annotations import Annotation, Refer, received
from .answers import Answer
from .casing import named
from .code import Code, code, join, literal
from .keys import PAGES, key_of_operation

USED = frozenset(
    {
        "AsyncPages",
        "Cursor",
        "Header",
        "LastItem",
        "LinkHeader",
        "NextUrl",
        "Offset",
        "PageNumber",
        "PagedRequest",
        "Pages",
    }
)
"""What modules of resources import for lists that are read page by page."""

Take: TypeAlias = Callable[[str, str], Code]
"""Imports a name from a module of the runtime, and returns what it is called here."""


def pages_of(operation: Operation, pinned: Mapping[str, str]) -> Pagination | None:
    """Return how an operation is read page by page.

    What was published with its whole answer goes on so, unless somebody asks.
    """
    key = key_of_operation(operation)
    known = operation.pagination
    published = key in pinned and key + PAGES not in pinned
    return None if known is None or (published and not known.asked) else known


def listed(pagination: Pagination, answer: Answer, refer: Refer) -> Annotation:
    """Annotate the items and the answer: `Pet, PetList`."""
    item = received(bare(pagination.item), refer)
    both = code("{}, {}", item.text, answer.annotation.text)
    return Annotation(both, item.imports | answer.annotation.imports)


def is_sent_in_body(pagination: Pagination) -> bool:
    """Tell whether the body of a request says which page is wanted."""
    match pagination.step:
        case NextUrl() | LinkHeader():
            return False
        case Cursor() | LastItem() | PageNumber() | Offset():
            return pagination.step.sent.location == "body"


def page_arguments(
    pagination: Pagination, take: Take, empty: list[Code]
) -> tuple[Code, ...]:
    """Say in a request how the pages of its answer follow each other.

    `empty` says of a way that sends a parameter what a request without a body sends.
    """
    items = literal(_pointer(pagination.items))
    return (
        code("step={}", _step(pagination.step, take, empty)),
        *([code("items={}", items)] if pagination.items.keys else []),
        *_given("more", pagination.more, take),
        *_given("done", pagination.done, take),
    )


def _step(step: PageStep, take: Take, empty: list[Code]) -> Code:
    match step:
        case Cursor(sent=sent, next=token):
            integer = [Code("integer=True")] if sent.integer else []
            rest = [*_location(sent), *integer, *empty]
            return _made(
                "Cursor", [literal(sent.name), _place(token, take), *rest], take
            )
        case LastItem(sent=sent, key=key):
            given = [literal(sent.name), literal(_pointer(key)), *_location(sent)]
            return _made("LastItem", [*given, *empty], take)
        case PageNumber(sent=sent, first=first, pages=pages, total=total):
            start = [] if first == 1 else [code("first={}", literal(first))]
            known = [*_given("pages", pages, take), *_given("total", total, take)]
            given = [literal(sent.name), *start, *_location(sent), *known]
            return _made("PageNumber", [*given, *empty], take)
        case Offset(sent=sent, total=total):
            given = [literal(sent.name), *_location(sent)]
            known = _given("total", total, take)
            return _made("Offset", [*given, *known, *empty], take)
        case NextUrl(next=address):
            return _made("NextUrl", [_place(address, take)], take)
        case LinkHeader():
            return _made("LinkHeader", [], take)


def _made(kind: str, arguments: list[Code], take: Take) -> Code:
    return code("{}({})", take("page_steps", kind), join(", ", arguments))


def _location(sent: Sent) -> list[Code]:
    if sent.location == "query":
        return []
    return [code("location={}", literal(sent.location))]


def _given(keyword: str, place: AnswerPlace | None, take: Take) -> list[Code]:
    if place is None:
        return []
    return [code("{}={}", named(keyword), _place(place, take))]


def _place(place: AnswerPlace, take: Take) -> Code:
    match place:
        case InBody():
            return literal(_pointer(place))
        case InHeader(name=name):
            return code("{}({})", take("page_values", "Header"), literal(name))


def _pointer(place: InBody) -> str:
    """Write keys as a JSON pointer (RFC 6901)."""
    escaped = (key.replace("~", "~0").replace("/", "~1") for key in place.keys)
    return "".join(f"/{key}" for key in escaped)


def report_pages(api: Api, pinned: Mapping[str, str]) -> list[Diagnostic]:
    """Say where what was published keeps a list from its pages, or lost them."""
    found: list[Diagnostic] = []
    for operation in api.operations:
        key = key_of_operation(operation)
        if operation.pagination and not pages_of(operation, pinned):
            found.append(
                hint(
                    "pagination-unpublished",
                    f"`{pinned[key]}` was published with its whole answer and keeps it",
                    operation.at,
                    hint="its pages are known; `x-clientsmith-pagination: true` or the "
                    "configuration asks for them",
                )
            )
        if key + PAGES in pinned and operation.pagination is None:
            found.append(
                warning(
                    "pagination-lost",
                    f"`{pinned[key + PAGES]}` was published with pages, "
                    "and returns its whole answer now",
                    operation.at,
                    hint="say in the configuration how its pages follow each other",
                )
            )
    return found
