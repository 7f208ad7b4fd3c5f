"""Every public name of the package is there, though none is imported before its use."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import parcels


def missing(module: ModuleType) -> Iterator[str]:
    """Yield the names that a module lists and does not have, inside of it as well."""
    for name in getattr(module, "__all__", ()):
        value: object = getattr(module, name, None)
        if value is None:
            yield f"{module!r} has no {name}"
        elif isinstance(value, ModuleType):
            yield from missing(value)


def test_every_public_name_is_there() -> None:
    """Lazy ones, too."""
    assert list(missing(parcels)) == []
