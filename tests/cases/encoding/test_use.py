"""The properties of a form are written as `encoding` says."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote_plus

from cases.using import Case


def sent(case: Case, method: str, **params: Any) -> str:
    """Call a method, and return the form that was sent."""
    getattr(case.client(status=204, answer=b"").payments, method)(**params)
    return case.content.decode()


def test_a_style_for_all_that_is_nested(case: Case) -> None:
    """As Stripe has it: objects by their keys, arrays by their numbers."""
    form = sent(
        case,
        "create",
        amount=100,
        expand=["a", "b"],
        metadata={"k": "v w"},
        items=[{"price": "p", "quantity": 2}],
    )

    assert (
        "amount=100&expand[0]=a&expand[1]=b&metadata[k]=v w"
        "&items[0][price]=p&items[0][quantity]=2"
    ) == unquote_plus(form)
    assert "&metadata%5Bk%5D=v+w&" in form


def test_an_encoding_for_each_property(case: Case) -> None:
    """Where there is none, an object is JSON, and an array repeats its field."""
    form = sent(
        case,
        "update",
        address={"city": "A"},
        tags=["a", "b"],
        ids=[1, 2],
        note="n",
        back="/a?b&c",
    )

    assert (
        "address=%7B%22city%22%3A%22A%22%7D&tags=a&tags=b&ids=1,2&note=%22n%22"
        "&back=/a?b%26c"
    ) == form


def test_a_form_may_be_a_union(case: Case) -> None:
    """Then it is given as a whole, as a model or a dictionary."""
    card = case.models.Card(number="1", owner={"name": "N"})

    assert "number=1&owner%5Bname%5D=N" == sent(case, "replace", body=card)
    assert "iban=X" == sent(case, "replace", body={"iban": "X"})
    media_type = "application/x-www-form-urlencoded;charset=utf-8"
    assert media_type == case.request.headers["content-type"]
