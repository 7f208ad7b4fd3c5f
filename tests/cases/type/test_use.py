"""Each JSON type has its Python type, and no value is turned into another."""

from __future__ import annotations

import pytest

from cases.using import Case

ORDER = {
    "number": "A-7",
    "copies": 2,
    "weight": 1.5,
    "urgent": False,
    "cancelled": None,
    "refunded": None,
    "items": ["SICP"],
    "labels": {"colour": "red", "size": 3},
    "address": {"city": "Berlin"},
}


def test_values_are_those_of_python(case: Case) -> None:
    """And are written as they came."""
    order = case.client(ORDER).orders.create(number="A-7", items=[])

    assert (order.number, order.copies, order.weight) == ("A-7", 2, 1.5)
    assert order.cancelled is None
    assert order.labels["size"] == 3
    assert order.address.city == "Berlin"
    assert ORDER == case.written(order)


def test_a_whole_number_may_be_written_with_a_point(case: Case) -> None:
    """`2.0` is an integer by JSON Schema."""
    content = b'{"number": "A-7", "items": [], "copies": 2.0}'
    order = case.client(content).orders.create(number="A-7", items=[])

    assert order.copies == 2


@pytest.mark.parametrize(
    "wrong",
    [{"copies": "2"}, {"copies": 2.5}, {"urgent": 1}, {"number": 7}, {"cancelled": 0}],
)
def test_nothing_is_made_to_fit(case: Case, wrong: dict[str, object]) -> None:
    """Strict validation refuses it, the default one keeps it as it is."""
    answer = {**ORDER, **wrong}
    order = case.client(answer, validation="lenient").orders.create(**ORDER)

    assert case.refuses(lambda client: client.orders.create(**ORDER), answer)
    assert answer == case.written(order)


def test_arguments_are_sent_as_they_are(case: Case) -> None:
    """Lists, dictionaries and models alike."""
    client = case.client(ORDER)
    address = case.models.OrderAddress(city="Berlin")
    client.orders.create(**{**ORDER, "address": address})

    assert ORDER == case.sent
