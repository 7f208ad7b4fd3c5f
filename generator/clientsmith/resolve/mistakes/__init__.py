"""Find what is valid by the specification, and yet surely not meant.

Nothing is changed for it: a client can be generated all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final, TypeAlias

from clientsmith.diagnostics import Diagnostic
from clientsmith.load import JSON
from clientsmith.pointer import Pointer
from clientsmith.resolve.places import Entries, find_objects

from .contradictions import (
    EXCLUSIVE,
    LEAST,
    check_all_of,
    check_choice,
    check_exclusive,
    check_limit,
)
from .defaults import check_default
from .discriminators import check_discriminator
from .enumerations import check_enumeration
from .graph import Graph, Schema
from .numbers import NUMBERS, check_number
from .operation_ids import check_operation_ids
from .patterns import check_pattern
from .required import check_required, combines
from .servers import check_server
from .spelling import check_spelling
from .statuses import check_statuses

__all__ = ["find_mistakes"]

_Check: TypeAlias = Callable[[Graph, Schema, Pointer], Iterable[Diagnostic]]
_OfKeyword: TypeAlias = Callable[[str, Graph, Schema, Pointer], Iterable[Diagnostic]]

_OF_KEYWORDS: Final[tuple[tuple[_OfKeyword, Iterable[str]], ...]] = (
    (check_limit, LEAST),
    (check_exclusive, EXCLUSIVE),
    (check_number, NUMBERS),
    (check_choice, ("anyOf", "oneOf")),
)
"""Checks that look at several keywords in the same way."""


def _by_keyword() -> dict[str, list[_Check]]:
    found: dict[str, list[_Check]] = {
        "allOf": [check_all_of],
        "default": [check_default],
        "discriminator": [check_discriminator],
        "enum": [check_enumeration],
        "pattern": [check_pattern],
    }
    for check, keywords in _OF_KEYWORDS:
        for keyword in keywords:
            found.setdefault(keyword, []).append(partial(check, keyword))
    return found


_CHECKS: Final = _by_keyword()
"""By the keyword that may be mistaken."""


def find_mistakes(values: Mapping[str, JSON], entries: Entries) -> list[Diagnostic]:
    """Report the mistakes in all objects of a description."""
    graph = Graph(values)
    found: list[Diagnostic] = []
    operations: list[tuple[Pointer, dict[str, JSON]]] = []
    requiring: list[tuple[Pointer, Schema]] = []
    combined: set[Pointer] = set()
    for kind, at, item in find_objects(values, entries):
        found += check_spelling(kind, item, at)
        if kind == "operation":
            operations.append((at, item))
            found += check_statuses(item, at)
        elif kind == "server":
            found += check_server(item, at)
        elif kind == "schema":
            for keyword in item:
                for check in _CHECKS.get(keyword, ()):
                    found += check(graph, item, at)
            combined.update(combines(item))
            if "required" in item:
                requiring.append((at, item))
    found += check_operation_ids(operations)
    found += check_required(graph, requiring, combined)
    return found
