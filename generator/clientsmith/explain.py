"""Say by what each union of an API is told apart, and show values that fit twice."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice

from .diagnostics import Diagnostic, Exit, Outcome, error
from .ir import (
    UNTAGGED,
    Anything,
    Api,
    Array,
    Asserted,
    ByOrder,
    ByProperty,
    ByShape,
    ByTag,
    Constant,
    Map,
    Never,
    Nullable,
    Primitive,
    Reference,
    Tuple,
    Type,
    Union,
    Value,
    Variant,
)
from .lower import Overlap, Overlaps, all_unions, shown, untold_pairs
from .plan.casing import class_name
from .pointer import Pointer, parse_reference
from .resolve import Moves

_MOST_PAIRS = 50
_PLAIN: dict[type, str] = {
    Tuple: "tuple",
    Union: "union",
    Anything: "anything",
    Never: "nothing",
}


def explain(api: Api, place: str, moves: Moves = Moves()) -> Outcome[str]:
    """Explain the unions at a pointer and below it, as the document has them."""
    wanted = parse_reference(f"#{place}" if place.startswith("/") else place)
    every = [
        (moves.origin(union.at), union)
        for union in all_unions(api.operations, api.incoming, api.declarations)
    ]
    found = [(at, union) for at, union in every if _within(at, wanted)]
    if not found:
        return Outcome(None, (_unknown(place, [str(at) for at, _ in every]),))
    overlaps = Overlaps(api.declarations)
    texts = [
        "\n".join([str(at), *_union(api, union, overlaps)])
        for at, union in sorted(found, key=lambda one: one[0])
    ]
    return Outcome("\n\n".join(texts))


def explain_at(api: Api, wanted: Pointer, moves: Moves = Moves()) -> list[str]:
    """Say by what the union is told apart that stands at a pointer of the document."""
    overlaps = Overlaps(api.declarations)
    return [
        line
        for union in all_unions(api.operations, api.incoming, api.declarations)
        if moves.origin(union.at) == wanted
        for line in _union(api, union, overlaps)
    ]


def _within(at: Pointer, wanted: Pointer) -> bool:
    same_file = wanted.file in {"", at.file}
    return same_file and at.steps[: len(wanted.steps)] == wanted.steps


def _unknown(place: str, known: list[str]) -> Diagnostic:
    near = get_close_matches(place, known, n=1, cutoff=0.6)
    if near:
        advice = f"the nearest is {near[0]}"
    elif known:
        advice = f"`--explain '#'` lists all {len(known)}, {known[0]} first"
    else:
        advice = "this description has no unions"
    message = f"there is no union at {place}"
    return error("pointer-unknown", message, hint=advice, exit=Exit.USAGE)


def _union(api: Api, union: Union, overlaps: Overlaps) -> Iterator[str]:
    match union.selection:
        case ByTag(property=key):
            yield f"  told apart by the property `{key}`; any other value is `Unknown`"
            for variant in union.variants:
                tags = ", ".join(map(_tag, variant.tags))
                yield f"    {tags}: {_called(api, variant)}"
        case ByShape():
            yield "  told apart by the JSON type"
        case ByProperty(properties=keys):
            listed = " or ".join(f"`{key}`" for key in keys if key)
            yield f"  told apart by what only one variant requires: {listed}"
        case ByOrder() if all(_is_told(found) for *_, found in _pairs(union, overlaps)):
            yield "  told apart by what each pair of variants differs in"
        case ByOrder():
            yield "  not told apart in every case; the variant that fits best is taken"
    yield from _compared(api, union, overlaps)


def _tag(tag: str) -> str:
    return "absent" if tag == UNTAGGED else f"`{tag}`"


def _pairs(
    union: Union, overlaps: Overlaps
) -> Iterator[tuple[Variant, Variant, Overlap]]:
    for one, other in untold_pairs(union):
        yield one, other, overlaps.between(one.type, other.type)


def _is_told(found: Overlap) -> bool:
    return not isinstance(found, Value) and bool(found.reason)


def _compared(api: Api, union: Union, overlaps: Overlaps) -> Iterator[str]:
    for one, other, found in islice(_pairs(union, overlaps), _MOST_PAIRS):
        both = f"    {_called(api, one)} and {_called(api, other)}"
        if isinstance(found, Value):
            yield f"{both} both accept {shown(found)}"
        elif found.reason:
            yield f"{both} differ in {found.reason}"
        else:
            yield f"{both}: no value was found that fits both"
    left = sum(1 for _ in untold_pairs(union)) - _MOST_PAIRS
    if left > 0:
        yield f"    and {left} more pairs"


def _called(api: Api, variant: Variant) -> str:
    return _spelled(api, variant.type)


def _spelled(api: Api, type_: Type) -> str:
    match type_:
        case Reference(to=pointer):
            name = api.declarations[pointer].name
            return class_name(name) if name else "an unnamed schema"
        case Array(items=items):
            return f"array of {_spelled(api, items)}"
        case Map(values=values):
            return f"map of {_spelled(api, values)}"
        case Primitive(kind=kind, format=name):
            return f"{kind} ({name})" if name else kind
        case Constant(value=value):
            return repr(value)
        case Asserted(inner=inner):
            return _spelled(api, inner)
        case Nullable(inner=inner):
            return f"{_spelled(api, inner)} or null"
        case Tuple() | Union() | Anything() | Never():
            return _PLAIN[type(type_)]
