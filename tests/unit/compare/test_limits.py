"""Which way the limits of a value have moved."""

from __future__ import annotations

import pytest

from clientsmith.compare.limits import Limits, Moved, moves


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((), (), set()),
        ((), (("maximum", "5"),), {"tighter"}),
        ((("maximum", "5"),), (), {"looser"}),
        ((("maximum", "5"),), (("maximum", "10"),), {"looser"}),
        ((("max_length", "5"),), (("max_length", "4"),), {"tighter"}),
        ((("minimum", "1"),), (("minimum", "2"),), {"tighter"}),
        ((("min_items", "2"),), (("min_items", "1"),), {"looser"}),
        ((("exclusive_maximum", "9"),), (("exclusive_maximum", "10"),), {"looser"}),
        ((("exclusive_minimum", "9"),), (("exclusive_minimum", "10"),), {"tighter"}),
        ((("patterns", '["a"]'),), (("patterns", '["b"]'),), {"tighter", "looser"}),
        (
            (("minimum", "1"), ("maximum", "5")),
            (("minimum", "2"), ("maximum", "6")),
            {"tighter", "looser"},
        ),
    ],
)
def test_limits_move(before: Limits, after: Limits, expected: set[Moved]) -> None:
    """A pattern that is another one may be tighter here and looser there."""
    assert expected == moves(before, after)
