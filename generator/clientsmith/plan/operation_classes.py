"""What the typed dictionaries of operations are called: `PetListParams`."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from hashlib import sha256

from clientsmith.ir import Name, Operation, name_of
from clientsmith.pointer import Pointer

from .arguments import Variant
from .casing import class_name
from .keys import PARAMS

_PARAMS = Name(("params",))


def choose_classes(
    operations: Iterable[tuple[str, Operation, str]],
    pinned: Mapping[str, str],
    written: Container[str],
) -> dict[str, str]:
    """Name the typed dictionary of each operation, by its key in the lock.

    `operations` come with their keys, and with where they are found. What was
    published and is found there keeps its name; the others take one that is free.
    Those that are not `written`, for want of arguments, come last: nobody pins them.
    """
    listed = sorted(
        operations,
        key=lambda one: (one[0] not in written, pinned.get(one[0]) != one[2], one[0]),
    )
    names: dict[str, str] = {}
    keys = tuple(f"{key}{PARAMS}/" for key, _, _ in listed)
    further = (name for key, name in pinned.items() if key.startswith(keys))
    taken = {name.lower() for name in further}
    for key, operation, dotted in listed:
        published = pinned.get(key) == dotted
        known = (pinned.get(key + PARAMS, implied(dotted)),) if published else ()
        wanted = (*known, *_candidates(key, operation, dotted))
        names[key] = next(name for name in wanted if name.lower() not in taken)
        taken.add(names[key].lower())
    return names


def choose_further(
    classes: Mapping[str, str],
    variants: Mapping[str, tuple[Variant, ...]],
    pinned: Mapping[str, str],
) -> dict[str, tuple[str, ...]]:
    """Name the typed dictionaries of further variants after that of the first.

    What was published under a name keeps it.
    """
    known = {
        lasting: pinned[lasting]
        for key, each in variants.items()
        for one in each
        if (lasting := key_of_variant(key, one)) in pinned
    }
    taken = {name.lower() for name in (*classes.values(), *known.values())}
    names: dict[str, tuple[str, ...]] = {}
    for key in sorted(variants):
        stem = Name(name_of(classes[key]).words[:-1])
        found: list[str] = []
        for variant in variants[key]:
            lasting = key_of_variant(key, variant)
            wanted = [class_name(stem + each + _PARAMS) for each in _words(variant)]
            free = (name for name in wanted if name.lower() not in taken)
            found.append(known[lasting] if lasting in known else next(free))
            taken.add(found[-1].lower())
        names[key] = tuple(found)
    return names


def key_of_variant(key: str, variant: Variant) -> str:
    """Return by what the lock knows the typed dictionary of a further variant."""
    content_type = variant.bodies[0].content.content_type
    return str(Pointer("", (content_type,))).replace("#", f"{key}{PARAMS}", 1)


def _words(variant: Variant) -> Iterator[Name]:
    """Yield what a variant is called, the last of which is nobody else's."""
    first = variant.bodies[0]
    subtype = name_of(first.content.content_type.rpartition("/")[2])
    yield Name((first.kind if variant.flattened else "body",))
    yield subtype
    digest = sha256(str(first.content.at).encode()).hexdigest()[:6].upper()
    yield subtype + Name((digest,))


def implied(dotted: str) -> str:
    """Return the name that goes without saying for what is found somewhere."""
    *resource, method = map(name_of, dotted.split("."))
    return class_name(_joined(resource).singular + method + _PARAMS)


def _candidates(key: str, operation: Operation, dotted: str) -> Iterator[str]:
    """Yield names, the last of which is nobody else's."""
    *resource, method = map(name_of, dotted.split("."))
    yield class_name(operation.noun + operation.name + _PARAMS)
    yield class_name(_joined(operation.resource) + operation.name + _PARAMS)
    yield class_name(_joined(resource) + method + _PARAMS)
    digest = sha256(key.encode()).hexdigest()[:6].upper()
    yield class_name(_joined(resource) + method + Name((digest,)) + _PARAMS)


def _joined(path: Iterable[Name]) -> Name:
    return Name(tuple(word for name in path for word in name.words))
