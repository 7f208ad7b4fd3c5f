"""Report unions of which nothing tells the variants apart, with a value that fits two.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.3
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, islice

from clientsmith.diagnostics import Diagnostic, Note, hint
from clientsmith.ir import (
    ByOrder,
    ByTag,
    Declaration,
    Operation,
    Union,
    Value,
    Variant,
    Webhook,
    types_of,
    unions,
)
from clientsmith.pointer import Pointer

from .directions import answers, payloads, received, sent
from .overlap import Overlaps

_LONGEST = 80
_MOST_PAIRS = 300


def all_unions(
    operations: Iterable[Operation],
    webhooks: Iterable[Webhook],
    declarations: Mapping[Pointer, Declaration],
) -> list[Union]:
    """List every union of an API, one in the place of another one after it."""
    types = [type_ for one in declarations.values() for type_ in types_of(one)]
    for operation in operations:
        types += [*sent(operation), *received(operation)]
    for webhook in webhooks:
        types += [*payloads(webhook), *answers(webhook)]
    found = {(one.at, one.selection): one for t in types for one in unions(t)}
    return sorted(found.values(), key=lambda union: union.at)


def find_ambiguous(
    found: Iterable[Union],
    declarations: Mapping[Pointer, Declaration],
) -> Iterator[Diagnostic]:
    """Report each union that a value fits in two ways."""
    overlaps = Overlaps(declarations)
    for union in found:
        if isinstance(union.selection, ByOrder | ByTag):
            yield from _first_overlap(union, overlaps)


def untold_pairs(union: Union) -> Iterator[tuple[Variant, Variant]]:
    """Yield each two variants, but for those that tags tell apart."""
    tagged = isinstance(union.selection, ByTag)
    for one, other in combinations(union.variants, 2):
        if not tagged or not set(one.tags).isdisjoint(other.tags):
            yield one, other


def _first_overlap(
    union: Union,
    overlaps: Overlaps,
) -> Iterator[Diagnostic]:
    for one, other in islice(untold_pairs(union), _MOST_PAIRS):
        if overlaps.alike(one.type, other.type):
            continue
        found = overlaps.between(one.type, other.type)
        if isinstance(found, Value):
            text = shown(found)
            yield hint(
                "union-order",
                f"two variants accept {text}; the one that fits best is taken",
                union.at,
                notes=(Note("a variant", one.at), Note("a variant", other.at)),
                hint="add a `discriminator`, or a constant property to each variant",
            )
            return


def shown(value: Value) -> str:
    """Write a value as short JSON."""
    text = json.dumps(value.value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
