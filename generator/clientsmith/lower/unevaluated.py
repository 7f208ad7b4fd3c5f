"""Members and items of which no other keyword speaks, wherever in a schema it stands.

https://json-schema.org/draft/2020-12/json-schema-core#section-11
"""

from __future__ import annotations

from collections.abc import Iterator

from .all_of import Merged
from .check_groups import Keywords, is_tuple

_CONDITIONAL = frozenset({"anyOf", "dependentSchemas", "if", "oneOf"})
"""Keywords by which it depends on the value what a schema speaks of."""
_KEYWORDS = {
    "unevaluatedItems": "items",
    "unevaluatedProperties": "additionalProperties",
}
"""Keywords, and those that speak of everything else before them."""


def left_over(merged: Merged, raws: list[Keywords], *, in_class: bool) -> Keywords:
    """Return what is said of the rest, where the type says what that is."""
    if raws[-1].keys().isdisjoint(_KEYWORDS) or not _is_known(merged, raws):
        return {}
    known = in_class or not merged.properties
    told = {
        "unevaluatedItems": is_tuple(merged.schema),
        "unevaluatedProperties": not known,
    }
    return {
        name: raws[-1][name]
        for name, before in _KEYWORDS.items()
        if name in raws[-1]
        and not told[name]
        and not any(before in raw or raw.get(name) == {} for raw in raws)
    }


def whole_schemas(merged: Merged, raws: list[Keywords]) -> Iterator[Keywords]:
    """Yield the schemas that have to be judged whole, to know what the rest is."""
    choices = {choice.at for choice in merged.choices}
    for part, raw in zip(merged.parts, raws, strict=True):
        if not speaks_of_the_rest(raw):
            continue
        # The union of its variants judges a schema, and not each variant.
        chosen = any(
            k in raw and part.at / k not in choices for k in ("anyOf", "oneOf")
        )
        if not chosen and not _is_known(merged, raws):
            yield raw


def speaks_of_the_rest(raw: Keywords) -> bool:
    """Tell whether a schema asserts something of what nothing else in it speaks of."""
    told = not raw.keys().isdisjoint(_KEYWORDS)
    return told and any(raw.get(name, {}) != {} for name in _KEYWORDS)


def _is_known(merged: Merged, raws: list[Keywords]) -> bool:
    """Tell whether one schema combines all others, and none depends on the value."""
    combining = [part for part in merged.parts if not part.inherited]
    says = [not raw.keys().isdisjoint(_KEYWORDS) for raw in raws]
    depends = any(not _CONDITIONAL.isdisjoint(raw) for raw in raws)
    return not combining[1:] and not any(says[:-1]) and not depends
