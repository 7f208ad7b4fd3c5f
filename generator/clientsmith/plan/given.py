"""Which of the names that somebody has set are of classes, and which of members.

Those of operations were read before, when operations were grouped.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from clientsmith.diagnostics import Diagnostic, Exit, error, hint
from clientsmith.ir import Api, ObjectSchema
from clientsmith.pointer import Pointer

from .casing import GivenKind, given_problem, name_problem


class Given(Struct, frozen=True):
    """Names that are set, by pointer, and those that cannot be."""

    classes: dict[Pointer, str] = field(default_factory=dict[Pointer, str])
    members: dict[Pointer, str] = field(default_factory=dict[Pointer, str])
    problems: list[Diagnostic] = field(default_factory=list[Diagnostic])


def sort_given(api: Api) -> Given:
    """Tell classes from attributes and arguments: the former have a capital."""
    if not api.given:
        return Given()
    found = Given()
    members = dict(_members(api))
    operations = {operation.at for operation in api.operations}
    for at, name in api.given.items():
        if at in operations:
            found.problems.extend(_method_problems(api, name, at))
            continue
        is_class = at in api.declarations and (at not in members or name[:1].isupper())
        if reason := _reason(name, "class" if is_class else members.get(at)):
            found.problems.append(_impossible(api, name, at, reason))
        elif is_class:
            found.classes[at] = name
        elif at in members:
            found.members[at] = name
        else:
            found.problems.append(_unused(name, at))
    return found


def _reason(
    name: str, kind: Literal["class", "property", "parameter"] | None
) -> str | None:
    """Say why a class, or a member, cannot have a name, if so."""
    match kind:
        case "property" | "parameter":
            return given_problem(name, kind)
        case _:
            return name_problem(name, kind or "attribute")


def _method_problems(api: Api, name: str, at: Pointer) -> Iterator[Diagnostic]:
    """Look at the name of an operation, which may say where it is found."""
    reasons = (name_problem(part, "attribute") for part in name.split("."))
    reason = next(filter(None, reasons), None)
    if reason:
        yield _impossible(api, name, at, reason)


def _members(api: Api) -> Iterator[tuple[Pointer, GivenKind]]:
    """Yield where properties and parameters stand."""
    for declaration in api.declarations.values():
        if isinstance(declaration, ObjectSchema):
            for one in declaration.properties:
                yield one.at, "property"
    for operation in api.operations:
        for parameter in operation.parameters:
            yield parameter.at, "parameter"


def _impossible(api: Api, name: str, at: Pointer, reason: str) -> Diagnostic:
    message = f"this cannot be called `{name}`: {reason}"
    wanted = "classes are called `LikeThis`, attributes `like_this`, calls `pets.list`"
    said = api.configured.get(at)
    blamed = Exit.USAGE if said else Exit.DOCUMENT
    return error("name-impossible", message, said or at, hint=wanted, exit=blamed)


def _unused(name: str, at: Pointer) -> Diagnostic:
    return hint(
        "name-unused",
        f"nothing here is called `{name}`",
        at,
        hint="only objects, enumerations, tagged unions, properties, parameters and "
        "operations have names of their own",
    )
