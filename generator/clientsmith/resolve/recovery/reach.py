"""Find every reference that counts: in the description, and in what references reach.

A `$ref` may point into an extension or an example, and makes an object of the
specification of what is there.
"""

from __future__ import annotations

from clientsmith.load import JSON
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve.objects import kind_at
from clientsmith.resolve.references import find_references
from clientsmith.resolve.values import lookup


def find_reachable(
    value: JSON,
    root: Pointer,
) -> tuple[list[tuple[Pointer, str]], dict[Pointer, str]]:
    """List the references, and where objects begin: at the root, and out of its reach.

    Each beginning has the kind of object that the first reference takes it for.
    """
    starts = {root: "openapi"}
    found = dict(find_references(value, root))
    rest = list(found.items())
    while rest:
        at, reference = rest.pop()
        target = Pointer(root.file, parse_reference(reference).steps)
        if not reference.startswith("#/") or kind_at(target, starts):
            continue
        starts[target] = kind_at(at.parent, starts)
        new = dict(_references_of(value, target))
        rest += [(place, text) for place, text in new.items() if place not in found]
        found |= new
    return list(found.items()), starts


def _references_of(value: JSON, target: Pointer) -> list[tuple[Pointer, str]]:
    try:
        return list(find_references(lookup(value, target), target))
    except LookupError:
        return []
