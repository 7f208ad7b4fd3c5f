"""What one property asks of the others is said in words; the server judges."""

from __future__ import annotations

from cases.using import Case

PAYMENT = {"amount": 9.5, "card": "4242", "iban": "DE02"}


def test_answers_are_kept(case: Case) -> None:
    """Also without what should be there."""
    payment = case.client(PAYMENT).payments.create(amount=9.5)

    assert payment.expires is None
    assert PAYMENT == case.written(payment)


def test_the_docstring_says_it(case: Case) -> None:
    """Of the model, and of what the operation accepts."""
    for module in ("models/payment", "params/payment_create"):
        docs = case.docs(module)

        assert "`card` requires `expires` and `owner`." in docs
