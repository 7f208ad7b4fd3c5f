"""What strict validation checks: what a schema asserts and its type does not.

https://json-schema.org/draft/2020-12/json-schema-validation#section-6
https://json-schema.org/draft/2020-12/json-schema-core#section-10
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any

from msgspec import Struct, field
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import (
    Asserted,
    Assertion,
    EnumSchema,
    Nullable,
    ObjectSchema,
    Reference,
    Type,
    component_of,
)
from clientsmith.pointer import Pointer
from clientsmith.resolve import members, pattern_problem

from .all_of import Choice, Merged, alone, merge, only_part
from .branches import telling
from .check_groups import Keywords, groups, may_assert
from .context import Context, SchemaLike, combined, reference_in
from .narrowing import is_limit, narrowed
from .object_checks import object_groups
from .unevaluated import left_over, speaks_of_the_rest, whole_schemas
from .written_out import LONGEST, Written, written_out

_ORDER = (
    ("type", "const", "enum"),
    ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"),
    ("minLength", "maxLength", "pattern", "format"),
    ("minItems", "maxItems", "uniqueItems", "prefixItems", "items"),
    ("contains", "minContains", "maxContains", "unevaluatedItems"),
    ("minProperties", "maxProperties", "required", "properties"),
    ("patternProperties", "additionalProperties", "propertyNames"),
    ("dependentRequired", "dependentSchemas", "unevaluatedProperties"),
    ("not", "if", "then", "else", "anyOf", "oneOf", "allOf"),
)
"""How keywords follow each other where all are written in one line."""
_ANYTHING = Schema.model_construct()


class _Collected(Struct):
    """The keywords of several schemas that all hold."""

    keywords: Keywords = field(default_factory=Keywords)
    others: list[Written] = field(default_factory=list[Written])
    """Those that cannot stand beside others of the same name."""

    def add(self, group: Written | None) -> None:
        """Add keywords that belong together."""
        if group is None or isinstance(group, bool) or True in group.get("anyOf", ()):
            return
        if all(map(is_limit, group)):
            for name, value in group.items():
                self.keywords[name] = narrowed(name, self.keywords.get(name), value)
        elif "allOf" in group:
            self.others += group["allOf"]
        elif any(
            self.keywords.get(name, value) != value for name, value in group.items()
        ):
            self.others.append(group)
        else:
            self.keywords |= group

    def judge(self, schema: Written | None) -> None:
        """Add a schema that is judged as a whole."""
        if schema is not None:
            self.others.append(schema)

    def listed(self) -> tuple[Assertion, ...]:
        """Return all of them in order."""
        if not (self.keywords or self.others):
            return ()
        if self.others:
            self.keywords["allOf"] = self.others
        ordered = (name for line in _ORDER for name in line if name in self.keywords)
        return tuple(_assertion(name, self.keywords[name]) for name in ordered)


def _assertion(keyword: str, value: object) -> Assertion:
    return Assertion(keyword, str(value) if type(value) is int else json.dumps(value))


def checks(context: Context, schema: SchemaLike, at: Pointer) -> tuple[Assertion, ...]:
    """List what is to be checked where a schema stands, and not where it refers to."""
    if not may_assert(schema):
        return ()
    whole = combined(schema) or schema
    if isinstance(whole, SchemaReference):
        return _referring(context, whole.ref, whole.model_extra or {}, at)
    reference = reference_in(whole)
    if reference is not None:
        return _referring(context, reference.ref, _raw(context, whole, at), at)
    part = only_part(whole)
    if part is not None:
        return checks(context, part, at / "allOf" / 0)
    merged = merge(context, whole, at) if whole.allOf else alone(whole, at)
    return merged_checks(context, merged)


def merged_checks(
    context: Context, merged: Merged, *, in_class: bool = False
) -> tuple[Assertion, ...]:
    """List what several schemas assert together; a class may express a part of it."""
    raws = [_raw(context, part.schema, part.at) for part in merged.parts]
    collected = _Collected()
    for part, raw in zip(merged.parts, raws, strict=True):
        for group in groups(raw, merged.schema):
            collected.add(_written(context, part.at, group))
    for group in object_groups(context, merged, raws, in_class=in_class):
        collected.add(_written(context, merged.at, group))
    for group in _choices(context, merged):
        collected.add(_written(context, merged.at, group))
    rest = left_over(merged, raws, in_class=in_class)
    collected.add(_written(context, merged.at, rest))
    for raw in whole_schemas(merged, raws):
        collected.judge(_written(context, merged.at, raw, exact=True))
    found = collected.listed()
    # Where they are read together, too.
    context.said |= {merged.at / each.keyword for each in found}
    return found


def asserted(context: Context, schema: SchemaLike, at: Pointer, type_: Type) -> Type:
    """Return a type with what is asserted of its values where they are, if anything."""
    found = judged(own_checks(context, schema, at, type_))
    return Asserted(type_, found) if found else type_


@cache
def judged(found: tuple[Assertion, ...]) -> tuple[Assertion, ...]:
    """Return what can be judged: all but patterns that are too long, or not read."""
    return tuple(
        each
        for each in found
        if each.keyword != "pattern"
        or (len(each.text) <= LONGEST and not pattern_problem(json.loads(each.text)))
    )


def own_checks(
    context: Context, schema: SchemaLike | Merged, at: Pointer, type_: Type
) -> tuple[Assertion, ...]:
    """List what is to be checked where a schema stands, and not where its type is."""
    if declares(context, type_, at):
        return ()
    if isinstance(schema, Merged):
        return merged_checks(context, schema)
    return checks(context, schema, at)


def declares(context: Context, type_: Type, at: Pointer) -> bool:
    """Tell whether a type is declared where it stands, and says there what it asserts.

    An object that is not declared yet is about to be.
    """
    inner = type_.inner if isinstance(type_, Nullable) else type_
    if not isinstance(inner, Reference) or not inner.to.below(at):
        return False
    declared = context.declarations.get(inner.to)
    return declared is None or isinstance(declared, EnumSchema | ObjectSchema)


def _choices(context: Context, merged: Merged) -> Iterator[Keywords]:
    """Yield the choices that no union expresses."""
    expressed = telling(merged)
    for choice in merged.choices:
        if choice.at in context.unsaid or choice not in expressed:
            yield as_written(context, choice)


def as_written(context: Context, choice: Choice) -> Keywords:
    """Return a choice as the document has it."""
    try:
        listed: Any = context.description.lookup(choice.at)
    except LookupError:
        listed = [_dumped(branch) for branch in choice.branches]
    return {choice.at.last: listed}


def _written(
    context: Context, at: Pointer, group: Keywords, *, exact: bool = False
) -> Written | None:
    if not group:
        return None
    if _is_limit(group):
        written: Written | None = group
    else:
        written = written_out(context.description, group, exact=exact)
    if "pattern" in group and not exact and isinstance(group["pattern"], str):
        written = group  # people can read what Python cannot
    if written is not None and not isinstance(written, bool):
        context.said |= {at / keyword for keyword in written}
    return written


def _is_limit(group: Keywords) -> bool:
    """Tell whether this is one limit and no more, which is written as it is."""
    return len(group) == 1 and all(
        is_limit(keyword) and type(value) is int for keyword, value in group.items()
    )


def _referring(
    context: Context, reference: str, beside: Keywords, at: Pointer
) -> tuple[Assertion, ...]:
    """List what stands beside a reference, and what it leads to if that has no name."""
    collected = _Collected()
    if not context.description.version.startswith("3.0"):
        for group in groups(beside, _ANYTHING):
            collected.add(_written(context, at, group))
        raw = {**beside, "$ref": reference}
        if speaks_of_the_rest(raw):
            collected.judge(_written(context, at, raw, exact=True))
    target = context.description.pointer(reference)
    if component_of(target) != target and target not in context.declarations:
        node = context.description.at(target, Schema)
        for each in checks(context, node, target):
            collected.add({each.keyword: json.loads(each.text)})
    return collected.listed()


def _raw(context: Context, schema: Schema, at: Pointer) -> Keywords:
    """Return a schema as the document has it, or as what several say together.

    The typed view has every number as a float.
    """
    with suppress(LookupError):
        return members(context.description.lookup(at))
    return _dumped(schema)


def _dumped(schema: SchemaLike) -> Keywords:
    # What was combined has texts where the view has members of an enumeration.
    return schema.model_dump(
        mode="json", by_alias=True, exclude_unset=True, warnings=False
    )
