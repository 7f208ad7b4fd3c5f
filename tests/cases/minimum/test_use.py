"""Bounds of numbers are said in the docstring, and checked in strict validation."""

from __future__ import annotations

import pytest

from cases.using import Case


@pytest.mark.parametrize(
    "text",
    [
        '"""From 1 to 99."""',
        '"""More than 0 and less than 1."""',
        '"""At least 0.5. A multiple of 0.25."""',
        '"""At most 9."""',
        '"""From 1 to 5 stars"""',
    ],
)
def test_the_docstring_says_it(case: Case, text: str) -> None:
    """Once."""
    assert text in case.docs("models/order")
    assert text in case.docs("params/order_create")


def test_a_component_says_its_own(case: Case) -> None:
    """Where it is defined."""
    assert "How far it goes. A multiple of 10." in case.docs("models/step")


def test_values_out_of_bounds_are_sent_and_kept(case: Case) -> None:
    """A client that is older than its server must not stand in the way."""
    answer = {"copies": 100, "discount": 1, "step": 7}
    order = case.client(answer, validation="lenient").orders.create(**answer)

    assert answer == case.sent
    assert answer == case.written(order)


@pytest.mark.parametrize(
    "wrong",
    [
        {"copies": 0},
        {"copies": 100},
        {"discount": 0},
        {"discount": 1},
        {"weight": 0.25},
        {"weight": 0.6},
        {"floor": 10},
        {"step": 7},
    ],
)
def test_strict_validation_refuses_them(case: Case, wrong: dict[str, object]) -> None:
    """Wherever the bound is said: at the property, or where its type is named."""
    answer = {"copies": 1, **wrong}

    assert case.refuses(lambda client: client.orders.create(copies=1), answer)


def test_values_at_the_bounds_are_in_them(case: Case) -> None:
    """Also multiples of what binary fractions do not express."""
    answer = {"copies": 99, "discount": 0.5, "weight": 0.75, "floor": -9, "step": 30}
    order = case.client(answer).orders.create(copies=1)

    assert answer == case.written(order)
