"""What an array contains somewhere is said in words, and strictly checked."""

from __future__ import annotations

import pytest

from cases.using import Case

TEAM = {
    "roles": ["keeper", "captain"],
    "scores": ["none", 1],
    "closed": ["a"],
    "typed": ["a", 2],
}
WRONG = {
    "roles": ["keeper"],
    "scores": ["none"],
    "closed": ["a", 1],
    "typed": ["a", "b"],
}


def test_answers_are_kept(case: Case) -> None:
    """By default also those that the keywords refuse."""
    team = case.client(TEAM).teams.create(roles=["captain"])
    other = case.client(WRONG, validation="lenient").teams.create(roles=["captain"])

    assert TEAM == case.written(team)
    assert ["keeper"] == other.roles
    assert WRONG == case.written(other)


@pytest.mark.parametrize("key", WRONG)
def test_strict_validation_refuses_the_others(case: Case, key: str) -> None:
    """Too few that fit, and those left over that do not."""
    answer = {**TEAM, key: WRONG[key]}

    assert case.refuses(lambda client: client.teams.create(roles=[]), answer)


def test_too_many_that_fit_are_refused(case: Case) -> None:
    """`maxContains` counts them."""
    answer = {**TEAM, "roles": ["captain"] * 3}

    assert case.refuses(lambda client: client.teams.create(roles=[]), answer)


def test_the_docstring_says_it(case: Case) -> None:
    """In the words of the document."""
    docs = case.docs("models/team")

    assert 'From 1 to 2 items fit `{"const": "captain"}`.' in docs
    assert 'Some item fits `{"type": "integer"}`.' in docs
    assert "No other items." in docs
    assert 'Other items fit `{"type": "integer"}`.' in docs
