"""What shows that a list has pages, where it is not certain how they follow.

Whoever knows can say it; a hint tells them where.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from clientsmith.ir import Operation

from .answer_fields import Answer, Declarations, Field, answer_of
from .listed import page_of
from .listing import READING
from .page_parameters import kinds_of, taken
from .pagination_rules import LEADING, MORE, NEXT

_DEEP = 2


class Doubt(Struct, frozen=True):
    """What a list takes and answers with that is about pages."""

    asked: tuple[str, ...]
    """Parameters, as the document calls them."""
    answered: tuple[str, ...]
    """Values of the answer, with dots between their keys."""


def doubt(operation: Operation, declarations: Declarations) -> Doubt | None:
    """Return what shows that an operation has pages, if anything does."""
    whole = answer_of(operation, declarations)
    method = operation.method.upper()
    if whole is None or method not in READING:
        return None
    reads = method != "POST"
    page = page_of(whole)
    parameters = taken(operation, declarations)
    given = {one.sent.name for one in parameters if one.sent.location == "body"}
    if not _has_list(page, given):
        return None
    asked = tuple(
        one.sent.name
        for one in parameters
        if one.asks and (reads or one.sent.location == "body")
    )
    answered = tuple(dict.fromkeys(map(_written, _telling(page))))
    return Doubt(asked, answered) if asked or (reads and answered) else None


def _has_list(page: Answer, given: Collection[str]) -> bool:
    """Tell whether there is a list that was not given.

    What has an `id` is an object of the API that has lists.
    """
    if any(one.path == "id" for one in page.near(1)):
        return False
    lists = [one for one in page.near(_DEEP) if one.is_list]
    return any(not {*one.keys[-1:]} & {*given} for one in lists)


def _telling(page: Answer) -> Iterator[Field]:
    """Yield what an answer has only if there are more pages than this."""
    for one in page.fields(lambda one: one.path in LEADING):
        kinds = kinds_of(one.type, page.declarations)
        name = one.path.rpartition(".")[2]
        is_flag = name in MORE and "boolean" in kinds
        is_token = re.fullmatch(NEXT, name) and kinds & {"string", "integer", "number"}
        if is_flag or is_token:
            yield one


def _written(field: Field) -> str:
    return ".".join(field.keys)
