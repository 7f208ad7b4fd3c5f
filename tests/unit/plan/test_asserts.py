"""How assertions are written beside a type."""

from __future__ import annotations

import pytest

from clientsmith.ir import Assertion
from clientsmith.plan.asserts import asserting


@pytest.mark.parametrize(
    ("keyword", "text", "expected"),
    [
        ("minimum", "1", "Asserts(minimum=1)"),
        ("exclusiveMaximum", "1.5", "Asserts(exclusive_maximum=1.5)"),
        ("minLength", "2", "Asserts(min_length=2)"),
        ("pattern", '"^\\"a"', "Asserts(pattern='^\"a')"),
        ("const", "null", "Asserts(const=None)"),
        ("uniqueItems", "true", "Asserts(unique_items=True)"),
        ("if", '{"minLength": 1}', 'Asserts(if_={"minLength": 1})'),
        ("not", "{}", "Asserts(not_={})"),
        ("else", "false", "Asserts(else_=False)"),
        ("then", '[{"a": []}]', 'Asserts(then=[{"a": []}])'),
        ("unevaluatedProperties", "false", "Asserts(unevaluated_properties=False)"),
    ],
)
def test_keywords_are_spelled_as_python_does(
    keyword: str, text: str, expected: str
) -> None:
    """Their schemas are as the document has them."""
    assert expected == asserting([Assertion(keyword, text)])


def test_several_keep_their_order() -> None:
    """In one line."""
    both = [Assertion("minimum", "1"), Assertion("maximum", "2")]

    assert "Asserts(minimum=1, maximum=2)" == asserting(both)
