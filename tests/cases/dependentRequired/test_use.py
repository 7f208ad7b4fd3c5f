"""What one property asks of others is said in words, and strictly checked."""

from __future__ import annotations

import pytest

from cases.using import Case

PAYMENT = {"amount": 9.5, "card": "4242", "iban": "DE02"}


def test_answers_are_kept(case: Case) -> None:
    """By default also without what should be there."""
    client = case.client(PAYMENT, validation="lenient")
    payment = client.payments.create(amount=9.5)

    assert payment.expires is None
    assert PAYMENT == case.written(payment)


@pytest.mark.parametrize(
    "wrong",
    [
        {"card": "4242"},
        {"card": "4242", "expires": "2030-01"},
        {"iban": "DE02"},
        {"iban": "DE02", "bank": "short"},
    ],
)
def test_strict_validation_refuses_what_is_not_whole(
    case: Case, wrong: dict[str, object]
) -> None:
    """Where a property is, others have to be, and to be so."""
    answer = {"amount": 9.5, **wrong}

    assert case.refuses(lambda client: client.payments.create(amount=1), answer)


def test_what_is_whole_is_read(case: Case) -> None:
    """Nothing is asked of those that are not there."""
    whole = {"amount": 9.5, "card": "1", "expires": "2030-01", "owner": "Ada"}
    payment = case.client(whole).payments.create(amount=1)

    assert whole == case.written(payment)


def test_the_docstring_says_it(case: Case) -> None:
    """Of the model, and of what the operation accepts."""
    for module in ("models/payment", "params/payment_create"):
        docs = case.docs(module)

        assert "`card` requires `expires` and `owner`." in docs
