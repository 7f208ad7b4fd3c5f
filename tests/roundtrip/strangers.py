"""Inline schemas that live with another component than the one that holds them."""

from __future__ import annotations

from collections.abc import Iterable

from clientsmith.ir import Declaration, component_of


def strangers(declarations: Iterable[Declaration]) -> list[str]:
    """List them, each with whom it lives."""
    return [
        f"{one.at} lives with {one.home}"
        for one in declarations
        if component_of(one.at) != component_of(one.home)
    ]
