"""Say by what each union of an API is told apart, and show values that fit twice."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import combinations

from .diagnostics import Diagnostic, Exit, Outcome, error
from .ir import (
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
from .lower import Overlaps, all_unions, shown
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
    wanted = parse_reference(place)
    made = all_unions(api.operations, api.declarations)
    every = {moves.origin(at): union for at, union in made.items()}
    found = {at: union for at, union in sorted(every.items()) if _within(at, wanted)}
    if not found:
        return Outcome(None, (_unknown(place, list(map(str, every))),))
    overlaps = Overlaps(api.declarations)
    texts = [
        "\n".join([str(at), *_union(api, union, overlaps)])
        for at, union in found.items()
    ]
    return Outcome("\n\n".join(texts))


def _within(at: Pointer, wanted: Pointer) -> bool:
    same_file = wanted.file in {"", at.file}
    return same_file and at.steps[: len(wanted.steps)] == wanted.steps


def _unknown(place: str, known: list[str]) -> Diagnostic:
    near = get_close_matches(place, known, n=1, cutoff=0.3)
    return error(
        "pointer-unknown",
        f"there is no union at {place}",
        hint=f"the nearest is {near[0]}" if near else "this description has no unions",
        exit=Exit.USAGE,
    )


def _union(api: Api, union: Union, overlaps: Overlaps) -> Iterator[str]:
    match union.selection:
        case ByTag(property=key):
            yield f"  told apart by the property `{key}`; any other value is `Unknown`"
            for variant in union.variants:
                tags = ", ".join(f"`{tag}`" for tag in variant.tags)
                yield f"    {tags}: {_called(api, variant)}"
        case ByShape():
            yield "  told apart by the JSON type"
            yield from _pairs(api, union, overlaps)
        case ByProperty():
            yield "  told apart by a property that only one variant requires"
            yield from _pairs(api, union, overlaps)
        case ByOrder():
            yield "  not told apart in every case; the variant that fits best is taken"
            yield from _pairs(api, union, overlaps)


def _pairs(api: Api, union: Union, overlaps: Overlaps) -> Iterator[str]:
    pairs = list(combinations(union.variants, 2))
    for one, other in pairs[:_MOST_PAIRS]:
        both = f"    {_called(api, one)} and {_called(api, other)}"
        found = overlaps.between(one.type, other.type)
        if isinstance(found, Value):
            yield f"{both} both accept {shown(found)}"
        elif found.reason:
            yield f"{both} differ in {found.reason}"
        else:
            yield f"{both}: no value was found that fits both"
    if len(pairs) > _MOST_PAIRS:
        yield f"    and {len(pairs) - _MOST_PAIRS} more pairs"


def _called(api: Api, variant: Variant) -> str:
    return _spelled(api, variant.type)


def _spelled(api: Api, type_: Type) -> str:
    match type_:
        case Reference(to=pointer):
            words = api.declarations[pointer].name.words
            return " ".join(words) or "an unnamed schema"
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
