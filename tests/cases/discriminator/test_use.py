"""A discriminator says which variant a value is, and what is new is kept."""

from __future__ import annotations

import pytest

from cases.using import Case

CARD = {"kind": "card", "number": "42"}
SEPA = {"kind": "sepa", "iban": "DE02"}


@pytest.mark.parametrize(
    ("method", "kind"),
    [
        (CARD, "Card"),
        ({**CARD, "kind": "credit-card"}, "Card"),
        (SEPA, "Transfer"),
        ({"kind": "cash"}, "Unknown"),
        ({"number": "42"}, "Unknown"),
    ],
)
def test_the_mapping_chooses(case: Case, method: object, kind: str) -> None:
    """Two tags may mean one schema; another one is kept as `Unknown`."""
    answer = {"method": method, "history": [method], "last": None}
    payment = case.client(answer).payments.create(method=CARD)

    assert kind == type(payment.method).__name__
    assert kind == type(payment.history[0]).__name__
    assert answer == case.written(payment)


def test_without_a_mapping_the_names_of_the_schemas_choose(case: Case) -> None:
    """As the specification says."""
    answer = {"method": CARD, "refund": {**SEPA, "kind": "Transfer"}}
    payment = case.client(answer).payments.create(method=CARD)

    assert isinstance(payment.refund, case.models.Transfer)
    assert answer == case.written(payment)


def test_what_was_received_can_be_sent(case: Case) -> None:
    """Also a variant that nobody knew."""
    answer = {"method": {"kind": "cash", "coins": 3}}
    client = case.client(answer)
    payment = client.payments.create(method=case.models.Card(kind="card", number="1"))
    client.payments.create(method=payment.method)

    assert answer == case.sent


def test_a_known_variant_is_held_to_its_schema(case: Case) -> None:
    """Strict validation refuses a card without a number."""
    answer = {"method": {"kind": "card"}}

    assert case.refuses(lambda client: client.payments.create(method=CARD), answer)


@pytest.mark.parametrize(
    ("version", "kind"),
    [(1, "ReceiptV1"), (2, "ReceiptV2"), (2.0, "ReceiptV2"), (3, "Unknown")],
)
def test_a_tag_may_be_a_number(case: Case, version: float, kind: str) -> None:
    """The keys of a mapping are texts."""
    answer = {"method": CARD, "receipt": {"version": version, "at": "2026-01-31"}}
    payment = case.client(answer).payments.create(method=CARD)

    assert kind == type(payment.receipt).__name__
    assert answer == case.written(payment)
