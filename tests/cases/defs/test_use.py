"""Definitions inside a schema are read where a reference leads to them."""

from __future__ import annotations

from cases.using import Case

INVOICE = {
    "lines": [{"text": "Tea", "cost": 2.5}],
    "total": 2.5,
    "first": {"text": "Tea"},
}


def test_a_definition_has_one_class(case: Case) -> None:
    """Wherever it is used."""
    invoice = case.client(INVOICE).invoices.create(lines=[{"text": "Tea"}])

    assert type(invoice.lines[0]) is type(invoice.first)
    assert INVOICE == case.written(invoice)
    assert {"lines": [{"text": "Tea"}]} == case.sent


def test_what_nothing_leads_to_is_left_out(case: Case) -> None:
    """It is no component."""
    assert "nused" not in case.docs("models/invoice")
