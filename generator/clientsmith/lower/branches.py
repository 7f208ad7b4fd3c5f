"""The alternatives of a choice, each combined with what stands beside it.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.2
"""

from __future__ import annotations

from math import prod

from msgspec import Struct
from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.pointer import Pointer

from .all_of import Choice, Located, Merged, combine, merge, parts
from .choice_circles import alternatives_of
from .context import Context, SchemaLike
from .kinds import is_never, kind_of, values_of
from .vocabulary import Role, fields

_MOST = 64
"""Combinations of choices beyond which not all of them are typed."""
_SHAPELESS = fields(Role.PROSE) | {
    "maxProperties",
    "minProperties",
    "required",
    "schema_not",
}
"""Keywords that say which values fit, and nothing of what they look like."""


class Branch(Struct, frozen=True):
    """One alternative, looked through to what it asserts."""

    node: SchemaLike
    """As the document has it."""
    whole: SchemaLike | Merged
    """With what stands beside the choice."""
    at: Pointer
    shape: Schema
    """Without references and combinators."""
    stands: Pointer
    """Where the document has it."""

    @property
    def is_null(self) -> bool:
        """Whether it is nothing but null."""
        return self.kind == "null" or self.shape.enum == [None]

    @property
    def kind(self) -> str | None:
        """The one JSON type of the alternative, if it has one."""
        return kind_of(self.shape)

    @property
    def is_object(self) -> bool:
        """Whether it is an object."""
        return self.kind == "object"


def telling(merged: Merged) -> tuple[Choice, ...]:
    """List the choices of a schema that say what its values look like.

    The others, such as `anyOf: [{required: [a]}, {required: [b]}]`, only say
    which of them fit. Where there are too many combinations, an object has its
    properties, and what has none is what the last choice says: it refines the others.
    """
    found = [each for each in merged.choices if not all(map(_shapeless, each.branches))]
    combinations = prod(len(choice.branches) for choice in found)
    if combinations <= _MOST or not found[1:]:
        return tuple(found)
    return () if merged.schema.properties else (found[-1],)


def _shapeless(node: SchemaLike) -> bool:
    if not isinstance(node, Schema) or is_never(node):
        return False
    return node.model_fields_set <= _SHAPELESS


def branches_of(
    context: Context,
    merged: Merged,
    choices: tuple[Choice, ...],
) -> list[Branch]:
    """List the alternatives of the first choice; the others are left to them."""
    first, *rest = choices
    base = replace(merged, choices=tuple(rest))
    alternatives = alternatives_of(context, first)
    owns = [merge(context, *context.follow(a.schema, a.at)) for a in alternatives]
    found = [
        (_branch(context, alternative, base, own), _contradicts(context, base, own))
        for alternative, own in zip(alternatives, owns, strict=True)
    ]
    # If all of them do, the last word counts, as it does without a choice.
    possible = [branch for branch, contradicts in found if not contradicts]
    branches = possible or [branch for branch, _ in found]
    return [branch for branch in branches if _fits(branch, merged.schema)]


def _contradicts(context: Context, base: Merged, own: Merged) -> bool:
    """Tell whether an alternative lists other values of a property than its base."""
    required = {*(own.schema.required or ()), *(base.schema.required or ())}
    for key in required & own.properties.keys() & base.properties.keys():
        one, other = (_listed(context, each.properties[key]) for each in (own, base))
        if one and other and not any(value in other for value in one):
            return True
    return False


def _listed(context: Context, said: tuple[Located, ...]) -> list[object]:
    """List the values of a property, as the last to speak of it does."""
    return values_of(context.follow(said[-1].schema, said[-1].at)[0])


def _branch(
    context: Context, alternative: Located, base: Merged, own: Merged
) -> Branch:
    node, at = alternative.schema, alternative.at
    inherits = base.at in {part.at for part in own.parts}
    if inherits or not _adds(base, node, own):
        return Branch(node, node, at, own.schema, at)
    place = at if at.below(base.at) else _inherited(base.at, at)
    both = combine(context, [*base.parts, *parts(context, node, at)], place)
    whole = replace(both, choices=(*base.choices, *own.choices))
    return Branch(node, whole, place, whole.schema, at)


def _inherited(at: Pointer, branch: Pointer) -> Pointer:
    """Return a place for what a schema makes of the alternative of another one."""
    return at / "allOf" / branch.parent.last / branch.last


def _adds(base: Merged, node: SchemaLike, own: Merged) -> bool:
    """Tell whether an alternative is more than itself where the base holds, too."""
    if own.schema.enum or (own.schema.type and kind_of(own.schema) != "object"):
        return False
    if base.schema.properties or base.choices:
        return True
    beside = base.schema.type is not None and isinstance(node, Schema)
    return beside and own.schema.type is None and not own.choices


def _fits(branch: Branch, base: Schema) -> bool:
    """Tell whether a base that is an object leaves an alternative possible."""
    if kind_of(base) != "object" or not base.properties or base.type is None:
        return True
    return branch.kind in {None, "object"}
