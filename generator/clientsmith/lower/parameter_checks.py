"""What is special about some parameters: never sent, empty, cookies of several values.

https://spec.openapis.org/oas/v3.1.1.html#parameter-object
"""

from __future__ import annotations

from collections.abc import Container

from clientsmith.diagnostics import hint
from clientsmith.ir import (
    Anything,
    ByShape,
    Constant,
    Nullable,
    Parameter,
    Primitive,
    Type,
    Union,
    Variant,
    may_have_members,
)
from clientsmith.pointer import Pointer

from .context import Context


def check_use(context: Context, parameter: Parameter, named: Container[str]) -> None:
    """Report a parameter that a path does not take, or a cookie of several values."""
    if parameter.location == "path" and parameter.name not in named:
        message = f"the path has no `{{{parameter.name}}}`"
        report_ignored(context, parameter.at, message)
    elif _is_exploded_cookie(context, parameter):
        context.problems.append(
            hint(
                "cookie-exploded",
                f"each value of `{parameter.name}` is sent as a cookie of its own",
                parameter.at,
                hint="the specification leaves it undefined; `style: cookie` and "
                "`explode: false` are defined",
            )
        )


def report_ignored(context: Context, at: Pointer, reason: str) -> None:
    """Report a parameter that is never sent, unless it stands in for a wrong one."""
    if at in context.description.stand_ins:
        return
    context.opaque.add(at)
    if at not in context.mentioned:
        context.mentioned.add(at)
        problem = hint("parameter-ignored", f"it is never sent: {reason}", at)
        context.problems.append(problem)


def or_empty(type_: Type) -> Type:
    """Let a parameter be the empty text, as `allowEmptyValue` says."""
    match type_:
        case Anything() | Primitive(kind="string"):
            return type_
        case Nullable(inner=inner):
            return Nullable(or_empty(inner))
        case _:
            return Union((Variant(type_), Variant(Constant(""))), ByShape())


def _is_exploded_cookie(context: Context, parameter: Parameter) -> bool:
    is_form = parameter.location == "cookie" and parameter.style == "form"
    return (
        is_form
        and parameter.explode
        and parameter.content_type is None
        and may_have_members(parameter.type, context.declarations)
    )
