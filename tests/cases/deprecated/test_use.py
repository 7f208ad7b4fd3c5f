"""What is deprecated says so, and works."""

from __future__ import annotations

import pytest

from cases.using import Case

ROUTE = {"to": "b", "from": "a", "via": "c", "place": {"name": "d"}, "origin": {}}


def test_it_can_be_read_and_sent(case: Case) -> None:
    """Without a warning at run time: an answer is nobody's fault."""
    route = case.client(ROUTE).routes.create(to="b", from_="a")

    assert "a" == route.from_
    assert {"to": "b", "from": "a"} == case.sent
    assert ROUTE == case.written(route)


@pytest.mark.parametrize("module", ["models/route", "params/route_create"])
def test_the_docstring_says_it_once(case: Case, module: str) -> None:
    """Before the description, unless that does."""
    docs = case.docs(module)

    assert '"""Deprecated. Where it starts."""' in docs
    assert '"""Deprecated: use `stops`."""' in docs


def test_a_class_says_it_too(case: Case) -> None:
    """For those who come upon it elsewhere."""
    assert "Deprecated. A place as it was." == case.models.OldPlace.__doc__
