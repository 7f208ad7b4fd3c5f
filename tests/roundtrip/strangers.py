"""Inline schemas that live with another component than the one that holds them."""

from __future__ import annotations

from collections.abc import Iterable

from clientsmith.ir import Declaration, holder_of


def strangers(declarations: Iterable[Declaration]) -> list[str]:
    """List them, each with whom it lives."""
    return [
        f"{one.at} lives with {one.home}"
        for one in declarations
        if holder_of(one.at) != holder_of(one.home) and not one.at.below(one.home)
    ]
