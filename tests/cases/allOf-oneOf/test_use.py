"""A choice beside other assertions is a union, each variant with all of them."""

from __future__ import annotations

import pytest

from cases.using import Case

VIEW = {"id": 1, "kind": "view", "page": "/", "note": "a"}


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (VIEW, "ViewEvent"),
        ({"id": 2, "kind": "sale", "price": 9.5}, "SaleEvent"),
        ({"id": 3, "kind": "refund"}, "Unknown"),
    ],
)
def test_each_variant_has_what_all_have(case: Case, event: object, kind: str) -> None:
    """And what is new is kept."""
    answer = {"event": event, "contact": {"name": "Ada", "email": "a@b.example"}}
    visit = case.client(answer).visits.create(event=VIEW)

    assert kind == type(visit.event).__name__
    assert "Ada" == visit.contact.name
    assert answer == case.written(visit)


def test_a_variant_is_held_to_what_all_require(case: Case) -> None:
    """Strict validation refuses a view without an id."""
    answer = {"event": {"kind": "view", "page": "/"}}

    assert case.refuses(lambda client: client.visits.create(event=VIEW), answer)


def test_either_may_be_sent(case: Case) -> None:
    """As a model or a dictionary."""
    event = case.models.ViewEvent(id=1, page="/")
    case.client({"event": VIEW}).visits.create(event=event, contact={"phone": "1"})

    assert {
        "event": {"id": 1, "kind": "view", "page": "/"},
        "contact": {"phone": "1"},
    } == case.sent
