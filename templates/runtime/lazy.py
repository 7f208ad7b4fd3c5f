"""Names that are imported when they are first used.

https://peps.python.org/pep-0562/
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy_exports(
    here: str, exports: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` for a module that exports lazily.

    `exports` says which names each module of its package has, and as `"."` which
    modules are names themselves. Threads may ask for one name at the same time:
    the import system makes the later ones wait, and all of them store the same
    object.
    """
    modules = {name: module for module, names in exports.items() for name in names}

    def load(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {here!r} has no attribute {name!r}")
        package = sys.modules[here].__package__
        if modules[name] == ".":
            value: object = import_module(f".{name}", package)
        else:
            value = getattr(import_module(modules[name], package), name)
        setattr(sys.modules[here], name, value)
        return value

    return load, lambda: sorted(vars(sys.modules[here])["__all__"])
