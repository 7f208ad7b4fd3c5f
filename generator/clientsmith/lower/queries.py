"""The rules of a parameter that is the whole query.

https://spec.openapis.org/oas/v3.2.0.html#parameter-locations
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from clientsmith.diagnostics import error
from clientsmith.ir import Parameter

from .context import Context


def without_second_query(
    context: Context,
    parameters: Sequence[Parameter],
) -> list[Parameter]:
    """Leave out a query that is one parameter where that cannot be, and say so."""
    whole = [one for one in parameters if one.location == "querystring"]
    others = [one for one in parameters if one.location == "query"]
    beside = whole[1:] or (whole if others else [])
    for parameter in beside:
        _report(
            context,
            parameter,
            f"`{parameter.name}` is the whole query, and there are other parameters",
            "describe the query in one place",
        )
    bare = [one for one in whole if one.content_type is None]
    for parameter in bare:
        _report(
            context,
            parameter,
            f"`{parameter.name}` is the whole query and has no `content`",
            "say in `content` how it is written",
        )
    return [one for one in parameters if one not in beside and one not in bare]


def _report(context: Context, parameter: Parameter, message: str, hint: str) -> None:
    context.opaque.add(parameter.at)
    if parameter.at not in context.mentioned:
        context.mentioned.add(parameter.at)
        problem = error("querystring-invalid", message, parameter.at, hint=hint)
        instead = "the parameter is left out"
        context.problems.append(replace(problem, instead=instead))
