"""Which list in an answer is the one that it was asked for."""

from __future__ import annotations

from clientsmith.ir import Operation, name_of

from .answer_fields import Answer, Field

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
_DEEP = 2


def listed(operation: Operation, answer: Answer) -> Field | None:
    """Return the list whose items an operation pages through, if one is certain."""
    found = answer.fields(lambda one: len(one.keys) < _DEEP)
    lists = [one for one in found if one.is_list and one.sure]
    for depth in range(_DEEP + 1):
        here = [one for one in lists if len(one.keys) == depth]
        inside = [one for one in here if _last(one) not in BESIDE]
        if depth == _DEEP and not _is_wrapped(inside, found):
            return None
        if inside:
            return _chosen(operation, inside)
    return None


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


def _is_wrapped(lists: list[Field], found: list[Field]) -> bool:
    """Tell whether all lists are in one value that wraps what is asked for."""
    outer = {one.keys[:1] for one in lists}
    words = {name_of(keys[0]).snake for keys in outer}
    alone = len(found) > 1 and words <= {"result", "response", "data", "embedded"}
    return len(outer) == 1 and alone


def _last(field: Field) -> str:
    return name_of(field.keys[-1]).snake if field.keys else ""
