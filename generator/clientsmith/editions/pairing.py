"""Which target of one revision is which of another one, whatever it is called there."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable, Iterator

from clientsmith.compare.pairs import Pairs, pair

from .asked import Asked


def pair_targets(before: Iterable[Asked], after: Iterable[Asked]) -> Pairs[Asked]:
    """Find what each target has become: callers know its package, and nothing else."""
    return pair(before, after, _by_both, _by_place, _by_package, _by_name)


def _by_both(one: Asked) -> Iterator[Hashable]:
    yield one.target.name, one.target.package


def _by_place(one: Asked) -> Iterator[Hashable]:
    yield os.path.normpath(one.out), one.target.package


def _by_package(one: Asked) -> Iterator[Hashable]:
    yield one.target.package


def _by_name(one: Asked) -> Iterator[Hashable]:
    yield one.target.name
