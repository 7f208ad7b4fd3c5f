"""First items of their own types are a tuple where there are exactly as many."""

from __future__ import annotations

import pytest

from cases.using import Case

ROUTE = {
    "start": [52.5, 13.4],
    "named": ["via", {"name": "Dessau"}],
    "open": ["a", 1, None, {}],
    "rest": ["a", True, False],
    "short": ["a"],
}


def test_a_complete_one_is_a_tuple(case: Case) -> None:
    """Each place has its type, and it is written as an array."""
    route = case.client(ROUTE).routes.create(start=(52.5, 13.4))

    assert (52.5, 13.4) == route.start
    assert "Dessau" == route.named[1].name
    assert {"start": [52.5, 13.4]} == case.sent
    assert ROUTE == case.written(route)


@pytest.mark.parametrize("items", [[], ["a"], ["a", 1], ["a", 1, "more"]])
def test_an_open_one_may_be_shorter_or_longer(case: Case, items: list[object]) -> None:
    """Alone, `prefixItems` says neither how many there are nor what follows."""
    route = {"start": [1, 2], "open": items}
    answer = case.client(route).routes.create(start=(1, 2))

    assert route == case.written(answer)


@pytest.mark.parametrize(
    "wrong",
    [
        {"open": [1]},
        {"open": ["a", "b"]},
        {"rest": [True]},
        {"rest": ["a", 1]},
        {"short": ["a", 1, 1]},
    ],
)
def test_strict_validation_checks_each_place(
    case: Case, wrong: dict[str, object]
) -> None:
    """And what follows, although the type says only what may be somewhere."""
    answer = {**ROUTE, **wrong}
    client = case.client(answer, validation="lenient")

    assert answer == case.written(client.routes.create(start=(1, 2)))
    assert case.refuses(lambda client: client.routes.create(start=(1, 2)), answer)


@pytest.mark.parametrize("start", [[1.5], [1.5, 2.5, 3.5], ["a", "b"]])
def test_a_complete_one_has_no_other_length(case: Case, start: list[object]) -> None:
    """Strict validation refuses it, the default one keeps it."""
    answer = {"start": start}
    route = case.client(answer, validation="lenient").routes.create(start=(1, 2))

    assert answer == case.written(route)
    assert case.refuses(lambda client: client.routes.create(start=(1, 2)), answer)
