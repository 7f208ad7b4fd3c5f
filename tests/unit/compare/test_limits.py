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
        ((("patterns", '["a"]'),), (("patterns", '["b", "a"]'),), {"tighter"}),
        ((("patterns", '["a", "b"]'),), (("patterns", '["b", "a"]'),), set()),
        ((("multiple_of", "10"),), (("multiple_of", "5"),), {"looser"}),
        ((("multiple_of", "0.1"),), (("multiple_of", "0.3"),), {"tighter"}),
        ((("multiple_of", "4"),), (("multiple_of", "6"),), {"tighter", "looser"}),
        ((("exclusive_minimum", "5"),), (("minimum", "0"),), {"looser"}),
        ((("exclusive_minimum", "5"),), (("minimum", "5"),), {"looser"}),
        ((("minimum", "5"),), (("exclusive_minimum", "5"),), {"tighter"}),
        ((("maximum", "5"),), (("exclusive_maximum", "5"),), {"tighter"}),
        ((("maximum", "5"),), (("exclusive_maximum", "6"),), {"looser"}),
        ((("maximum", "inf"),), (("maximum", "6"),), {"tighter"}),
        (
            (("minimum", "1"), ("exclusive_minimum", "5")),
            (("exclusive_minimum", "5"),),
            set(),
        ),
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
