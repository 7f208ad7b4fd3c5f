"""Reads both packages of a pair, with no stage that neither of them needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .asked import Pair

if TYPE_CHECKING:
    from .compiled import Edition
    from .read_edition import ReadEdition

    AnyEdition: TypeAlias = Edition | ReadEdition


def editions_of(pair: Pair) -> tuple[AnyEdition, AnyEdition]:
    """Compile two descriptions; read files where one package is there as files."""
    if pair.old.found or pair.new.found:
        from .packaged import read_pair
        from .released import released_pair

        return released_pair(pair) or read_pair(pair)
    from .compiled import compile_pair

    return compile_pair(pair)
