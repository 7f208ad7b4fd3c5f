"""Operations under the names they were published with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from clientsmith.ir import Api, Name, Operation, Resource, name_of

from .casing import argument_name
from .keys import RESOURCES, key_of_operation
from .resource_names import attribute_at, resource_attributes, resource_class

Path = tuple[Name, ...]


def pin_operations(api: Api, pinned: Mapping[str, str]) -> Api:
    """Find operations where they were found before; new ones do not displace them."""
    spelled = _published(api, pinned)
    operations = [_pinned(operation, pinned, spelled) for operation in api.operations]
    known = [one for one in operations if _is_settled(one, pinned)]
    if not pinned or not known:
        return _joined(api)
    spellings = _spellings(one.resource for one in known)
    methods = {
        (*resource_attributes(one.resource), argument_name(one.name)) for one in known
    }
    settled = [
        one
        if _is_settled(one, pinned)
        else _moved(one, _beside(_spelled(one.resource, spellings), methods))
        for one in operations
    ]
    return replace(api, operations=tuple(settled), resources=_resources(api, settled))


def _joined(api: Api) -> Api:
    """Make one resource of those that read alike: `a_b.c` and `a.b_c` are one class."""
    paths = {one.resource for one in api.operations}
    spellings = _spellings(sorted(paths, key=lambda path: (len(path), _letters(path))))
    operations = [
        _moved(one, _spelled(one.resource, spellings)) for one in api.operations
    ]
    if all(
        one.resource == before.resource
        for one, before in zip(operations, api.operations, strict=True)
    ):
        return api
    return replace(
        api, operations=tuple(operations), resources=_resources(api, operations)
    )


def _is_settled(operation: Operation, pinned: Mapping[str, str]) -> bool:
    """Tell whether an operation has its name from the lock, or from somebody."""
    return operation.given or key_of_operation(operation) in pinned


def _published(api: Api, pinned: Mapping[str, str]) -> dict[tuple[str, ...], Path]:
    """Spell the resources that were published as their classes are, by attributes."""
    keys = map(key_of_operation, api.operations)
    found = {tuple(pinned[key].split(".")[:-1]) for key in keys if key in pinned}
    spelled: dict[tuple[str, ...], Path] = {(): ()}
    for attributes in sorted(found):
        for depth in range(1, len(attributes) + 1):
            here = attributes[:depth]
            if here not in spelled:
                known = pinned.get(RESOURCES + ".".join(here), "")
                spelled[here] = _spelled_as(spelled[here[:-1]], here[-1], known)
    return spelled


def _spelled_as(above: Path, attribute: str, known: str) -> Path:
    """Add one resource to a path, in the words of the class that was published."""
    name = _exact_resource(attribute, len(above))
    before = sum(len(each.words) for each in above)
    # A name that the client has itself ends in `Resource`.
    for text in (known, known.removesuffix("Resource")):
        told = Name(name_of(text).words[before:])
        path = (*above, told)
        if told.snake == name.snake and resource_class(path) == known:
            return path
    return (*above, name)


def _pinned(
    operation: Operation,
    pinned: Mapping[str, str],
    spelled: Mapping[tuple[str, ...], Path],
) -> Operation:
    dotted = pinned.get(key_of_operation(operation))
    if dotted is None or operation.given:
        return operation
    *resource, method = dotted.split(".")
    operation = _moved(operation, spelled[tuple(resource)])
    if argument_name(operation.name) == method:
        return operation
    words = name_of(method)
    name = words if argument_name(words) == method else Name((method,))
    return replace(operation, name=name)


def _exact_resource(text: str, depth: int) -> Name:
    """Return the words that are spelled like this as an attribute of a client."""
    words = name_of(text)
    return words if attribute_at(words, depth) == text else Name((text,))


def _moved(operation: Operation, path: Path) -> Operation:
    """Put an operation under a resource; one that reads alike says the same of it."""
    if _letters(path) == _letters(operation.resource):
        return replace(operation, resource=path)
    words = Name(tuple(word for name in path for word in name.words))
    return replace(operation, resource=path, noun=words.singular)


def _letters(path: Path) -> str:
    return ".".join(name.snake for name in path)


def _spellings(paths: Iterable[Path]) -> dict[str, Path]:
    """Say how resources were published, by how they read."""
    spellings: dict[str, Path] = {}
    for path in paths:
        for length in range(1, len(path) + 1):
            joined = "_".join(name.snake for name in path[:length])
            spellings.setdefault(joined, path[:length])
    return spellings


def _spelled(path: Path, spellings: Mapping[str, Path]) -> Path:
    """Spell a resource as it was published, or the one it is in."""
    for length in range(len(path), 0, -1):
        joined = "_".join(name.snake for name in path[:length])
        if joined in spellings:
            return (*spellings[joined], *path[length:])
    return path


def _beside(path: Path, methods: set[tuple[str, ...]]) -> Path:
    """Leave the names of published methods to them."""
    settled: Path = ()
    for name in path:
        taken = (*resource_attributes((*settled, name)),) in methods
        settled = (*settled, name + Name(("resource",)) if taken else name)
    return settled


def _resources(api: Api, operations: list[Operation]) -> tuple[Resource, ...]:
    """List every resource that has operations, or holds one that has."""
    docs = {
        (*resource_attributes(resource.path),): resource.docs
        for resource in api.resources
    }
    paths: dict[Path, None] = {}
    for operation in operations:
        for length in range(1, len(operation.resource) + 1):
            paths[operation.resource[:length]] = None
    return tuple(
        Resource(path=path, docs=docs.get((*resource_attributes(path),), ""))
        for path in paths
    )
