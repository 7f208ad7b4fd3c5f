"""Says of each operation how its pages follow each other, whoever knows it.

What stands beside an operation counts most, then the configuration, then what is
recognised.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Response as ResponseObject

from clientsmith.diagnostics import Exit, error, hint, warning
from clientsmith.ir import Operation, Pagination
from clientsmith.ir.page_schemes import PageScheme, SchemeError
from clientsmith.resolve import members

from .context import Context
from .listing import Listing, listing
from .page_ends import with_end
from .page_extensions import OWN, extension_scheme
from .page_fitting import fitted
from .page_uses import Tried, fits, unused
from .pagination import recognised
from .pagination_doubts import Doubt, doubt


def paginated(
    context: Context,
    operations: Iterable[Operation],
    schemes: Sequence[PageScheme],
) -> tuple[Operation, ...]:
    """Add to operations how the pages of what they list follow each other."""
    found = tuple(operations)
    # What an operation is named for says more than what it happens to fit.
    schemes = sorted(schemes, key=lambda scheme: not scheme.operations)
    _report_unknown(context, found, schemes)
    each = [_tried(context, one, schemes) for one in found]
    context.problems += unused(
        schemes, [tried for tried, _ in each], context.declarations
    )
    return tuple(replace(one.operation, pagination=pages) for one, pages in each)


def _tried(
    context: Context, operation: Operation, schemes: Sequence[PageScheme]
) -> tuple[Tried, Pagination | None]:
    """Return what is said of an operation, and how its pages follow each other."""
    beside, pages = _beside(context, operation)
    called = names(context, operation) if schemes else frozenset[str]()
    fitting, problems = fits(operation, called, schemes, context.declarations)
    context.problems += problems
    tried = Tried(operation, fitting, beside)
    return tried, pages if beside else _pagination(context, tried)


def _pagination(context: Context, tried: Tried) -> Pagination | None:
    if tried.fits:
        return tried.fits[0].pagination
    known = _listing(context, tried.operation)
    certain = recognised(known) if known else None
    if certain is None:
        _report_uncertain(context, tried.operation)
    return certain


def _listing(context: Context, operation: Operation) -> Listing | None:
    return listing(operation, context.declarations, _headers(context, operation))


def _beside(context: Context, operation: Operation) -> tuple[str, Pagination | None]:
    """Return by what name something is said beside an operation that fits, and what."""
    node = members(context.description.lookup(operation.at))
    root = members(context.description.value)
    try:
        scheme = extension_scheme(node, root)
        if scheme is None:
            return "", None
        return scheme.name, _fitted(context, scheme, operation)
    except SchemeError as problem:
        context.problems.append(
            warning(
                "pagination-unfit",
                f"what is said of its pages cannot be: {problem}",
                operation.at,
                hint="it is called as if nothing were said",
            )
        )
        return "", None


def _fitted(
    context: Context, scheme: PageScheme, operation: Operation
) -> Pagination | None:
    """Return what an extension means; only the own one can say all that there is."""
    pages = fitted(scheme, operation, context.declarations)
    if pages is None or scheme.name == OWN:
        return pages
    return with_end(pages, _listing(context, operation))


def names(context: Context, operation: Operation) -> frozenset[str]:
    """List what an operation is called in a configuration."""
    node = members(context.description.lookup(operation.at))
    known = {
        f"{operation.method} {operation.path}",
        f"#{operation.at}",
        str(operation.at),
    }
    operation_id = node.get("operationId")
    return frozenset(
        known | ({operation_id} if isinstance(operation_id, str) else set())
    )


def _headers(context: Context, operation: Operation) -> Iterator[str]:
    """Name the headers of the answers that mean success."""
    for one in operation.responses:
        if one.status.startswith("2"):
            node = context.description.at(one.at, ResponseObject)
            response, _ = context.description.follow(node, one.at, ResponseObject)
            yield from response.headers or {}


def _report_unknown(
    context: Context, operations: tuple[Operation, ...], schemes: Sequence[PageScheme]
) -> None:
    """Report operations in the configuration that there are none of."""
    wanted = {each: scheme for scheme in schemes for each in scheme.operations}
    if not wanted:
        return
    known = {name for one in operations for name in names(context, one)}
    for each in sorted(wanted.keys() - known):
        near = get_close_matches(each, known, n=1)
        scheme = wanted[each]
        context.problems.append(
            error(
                "pagination-unknown",
                f"`{scheme.name}` in `pagination` is for `{each}`, "
                "which is no operation",
                scheme.places.get("operations"),
                hint=f"did you mean `{near[0]}`?" if near else "remove it",
                exit=Exit.USAGE,
            )
        )


def _report_uncertain(context: Context, operation: Operation) -> None:
    doubted = doubt(operation, context.declarations)
    if doubted is None:
        return
    said = (("takes", doubted.asked), ("answers with", doubted.answered))
    shown = " and ".join(f"{verb} {_quoted(each)}" for verb, each in said if each)
    context.problems.append(
        hint(
            "pagination-uncertain",
            f"it lists something and {shown}, "
            f"and how its pages follow each other is not certain",
            operation.at,
            hint=_missing(doubted),
            paste=_table(operation, doubted),
        )
    )


def _table(operation: Operation, doubted: Doubt) -> tuple[str, ...]:
    """Write the table that would say it, as far as it is known."""
    asked, *_ = *doubted.asked, "…"
    kind = "offset" if _OFFSETS.search(asked) else "page"
    called = f"{operation.method} {operation.path}"
    return (
        "[pagination.ANY]",
        f'kind = "{"cursor" if doubted.answered else kind}"  # or one of {_KINDS}',
        f"parameter = {_text(asked)}",
        *(f"next = {_text(each)}" for each in doubted.answered[:1]),
        f"operations = [{_text(called)}]",
    )


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


_OFFSETS = re.compile(r"offset|skip|start", re.IGNORECASE)
_KINDS = "cursor, last-item, offset, page, url, link; none has no pages"


def _missing(doubted: Doubt) -> str:
    """Say what a certain list has that this one lacks, and what to write."""
    if not doubted.answered:
        lacks = "no value of its answer is known to lead to the next page"
    elif not doubted.asked:
        lacks = f"no parameter is known to take {_quoted(doubted.answered[:1])}"
    else:
        lacks = (
            f"{_quoted(doubted.answered)} may be what {_quoted(doubted.asked)} takes, "
            "or not"
        )
    return f"{lacks}; say it in `[pagination]`, or in `x-clientsmith-pagination`"


def _quoted(names: Iterable[str]) -> str:
    return " and ".join(f"`{name}`" for name in names)
