"""What the alternatives of a choice assert beyond their types, and the choice of them.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from clientsmith.ir import (
    Anything,
    Asserted,
    Assertion,
    Type,
    Variant,
)

from .all_of import Choice
from .branches import Branch
from .checks import as_written, checks, declares
from .context import Context
from .written_out import written_out


def with_checks(
    context: Context,
    choice: Choice,
    variants: list[Variant],
    branches: Mapping[Type, list[Branch]],
) -> list[Variant]:
    """Say of each variant what its type does not, or of the choice as a whole.

    That no second alternative of `oneOf` fits is left open where each has a type of
    its own: `string` beside an enumeration, or `number` beside `integer`, is common,
    and means what `anyOf` does.
    """
    found = {type_: _found(context, type_, of) for type_, of in branches.items()}
    if not _is_told(found, choice) and _is_writable(context, choice):
        context.unsaid.add(choice.at)
        return variants
    return [
        replace(each, type=Asserted(each.type, *of)) if any(of) and not of[1:] else each
        for each in variants
        for of in [found[each.type]]
    ]


def _found(
    context: Context, type_: Type, branches: list[Branch]
) -> list[tuple[Assertion, ...]]:
    """List what alternatives of one type assert, if none of them asserts nothing."""
    listed = [_own(context, type_, branch) for branch in branches]
    return list(dict.fromkeys(listed)) if all(listed) else [()]


def _own(context: Context, type_: Type, branch: Branch) -> tuple[Assertion, ...]:
    if any(declares(context, type_, at) for at in (branch.at, branch.stands)):
        return ()
    return checks(context, branch.node, branch.stands)


def _is_told(found: Mapping[Type, list[tuple[Assertion, ...]]], choice: Choice) -> bool:
    """Tell whether variants can say all of it: one of anything hides the others."""
    if Anything() in found:
        return choice.at.last == "anyOf" and found[Anything()] == [()]
    return not any(of[1:] for of in found.values())


def _is_writable(context: Context, choice: Choice) -> bool:
    group = as_written(context, choice)
    return isinstance(written_out(context.description, group), Mapping)
