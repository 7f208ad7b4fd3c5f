"""Operations under the names they were published with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clientsmith.ir import Api, Name, Operation, Resource, name_of

from .casing import argument_name
from .keys import key_of_operation
from .resource_names import attribute_at, resource_attributes

Path = tuple[Name, ...]


def pin_operations(api: Api, pinned: Mapping[str, str]) -> Api:
    """Find operations where they were found before; new ones do not displace them."""
    operations = [_pinned(operation, pinned) for operation in api.operations]
    known = [one for one in operations if _is_settled(one, pinned)]
    if not pinned or not known:
        return api
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


def _is_settled(operation: Operation, pinned: Mapping[str, str]) -> bool:
    """Tell whether an operation has its name from the lock, or from somebody."""
    return operation.given or key_of_operation(operation) in pinned


def _pinned(operation: Operation, pinned: Mapping[str, str]) -> Operation:
    dotted = pinned.get(key_of_operation(operation))
    if dotted is None or operation.given:
        return operation
    *resource, method = dotted.split(".")
    if list(resource_attributes(operation.resource)) != resource:
        path = tuple(_exact_resource(part, at) for at, part in enumerate(resource))
        operation = _moved(operation, path)
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
    """Put an operation under a resource."""
    if _letters(path) == _letters(operation.resource):
        return operation
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
    docs = {_letters(resource.path): resource.docs for resource in api.resources}
    paths: dict[Path, None] = {}
    for operation in operations:
        for length in range(1, len(operation.resource) + 1):
            paths[operation.resource[:length]] = None
    return tuple(
        Resource(path=path, docs=docs.get(_letters(path), "")) for path in paths
    )
