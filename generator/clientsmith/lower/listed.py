"""Which list in an answer is the one that it was asked for."""

from __future__ import annotations

from clientsmith.ir import Operation, Union, name_of

from .answer_fields import Answer, Field
from .pagination_rules import OF_PAGES

USUAL = (
    "data",
    "items",
    "results",
    "result",
    "entries",
    "records",
    "rows",
    "values",
    "value",
    "objects",
    "elements",
    "resources",
    "content",
    "list",
    "hits",
)
"""What lists are called whatever is in them, the clearest first."""
BESIDE = frozenset(
    {
        "errors",
        "facets",
        "fields",
        "included",
        "links",
        "order",
        "related_objects",
        "sort",
        "warnings",
    }
)
"""Lists that stand beside the one that was asked for."""
WRAPPERS = frozenset({"data", "embedded", "response", "result"})
"""What values are called that wrap all that is asked for."""
_DEEP = 2


def page_of(answer: Answer) -> Answer:
    """Return the page that is all that an answer has, under a name of its own.

    `{"albums": {"items": [...], "next": ...}}` is a page of albums. What has an `id` is
    an object of the API, and so is what says nothing of pages.
    """
    whole, *outer = answer.near(1)
    if len(outer) != 1 or outer[0].is_list or isinstance(whole.type, Union):
        return answer
    below = {_last(one): one for one in answer.near(_DEEP) if one.depth == _DEEP}
    lists = [name for name, one in below.items() if one.is_list]
    is_page = len(lists) == 1 and {*lists} <= {*USUAL, outer[0].path}
    if not is_page or "id" in below or below.keys().isdisjoint(OF_PAGES):
        return answer
    return Answer(answer.declarations, outer[0].type, outer[0].keys)


def listed(operation: Operation, answer: Answer) -> Field | None:
    """Return the list whose items an operation pages through, if one is certain."""
    outer = answer.near(1)
    for depth in (0, 1):
        inside = _lists(outer, depth)
        if inside:
            return _chosen(operation, inside)
    if WRAPPERS.isdisjoint(one.path for one in outer):
        return None
    inside = _lists(answer.near(_DEEP), _DEEP)
    return _chosen(operation, inside) if _is_wrapped(inside) else None


def _lists(fields: list[Field], depth: int) -> list[Field]:
    """Choose the lists that are surely there, so many steps away."""
    lists = [one for one in fields if one.depth == depth and one.is_list and one.sure]
    return [one for one in lists if _last(one) not in BESIDE]


def _chosen(operation: Operation, lists: list[Field]) -> Field | None:
    if len(lists) == 1:
        return lists[0]
    named = [one for one in lists if _last(one) == _noun(operation)]
    usual = [one for word in USUAL for one in lists if _last(one) == word]
    return next(iter((*named, *usual)), None)


def _noun(operation: Operation) -> str:
    """Return what the path lists: `customers` of `/v2/customers/{id}`."""
    steps = [step for step in operation.path.split("/") if step and "{" not in step]
    return name_of(steps[-1]).snake if steps else ""


def _is_wrapped(lists: list[Field]) -> bool:
    """Tell whether all lists are in one value that wraps what is asked for."""
    outer = {one.path.partition(".")[0] for one in lists}
    return len(outer) == 1 and outer <= WRAPPERS


def _last(field: Field) -> str:
    return field.path.rpartition(".")[2]
