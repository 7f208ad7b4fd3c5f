"""The rules of a parameter that is the whole query.

https://spec.openapis.org/oas/v3.2.0.html#parameter-locations
"""

from __future__ import annotations

from collections.abc import Sequence

from clientsmith.diagnostics import error
from clientsmith.ir import Parameter

from .context import Context


def check_query(context: Context, parameters: Sequence[Parameter]) -> None:
    """Report what stands beside a query that is one parameter, or is not in it."""
    whole = [one for one in parameters if one.location == "querystring"]
    others = [one for one in parameters if one.location == "query"]
    for parameter in whole[1:] or (whole if others else []):
        _report(
            context,
            parameter,
            f"`{parameter.name}` is the whole query, and there are other parameters",
            "describe the query in one place",
        )
    for parameter in whole:
        if parameter.content_type is None:
            _report(
                context,
                parameter,
                f"`{parameter.name}` is the whole query and has no `content`",
                "say in `content` how it is written",
            )


def _report(context: Context, parameter: Parameter, message: str, hint: str) -> None:
    if parameter.at not in context.mentioned:
        context.mentioned.add(parameter.at)
        context.problems.append(
            error("querystring-invalid", message, parameter.at, hint=hint),
        )
