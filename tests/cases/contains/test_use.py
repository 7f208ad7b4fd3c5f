"""What an array contains somewhere is said in words, and is the server's to judge."""

from __future__ import annotations

from cases.using import Case

TEAM = {"roles": ["keeper"], "scores": ["none"], "closed": ["a", 1], "typed": ["a", 2]}


def test_answers_are_kept(case: Case) -> None:
    """Also those that the keywords would refuse."""
    team = case.client(TEAM).teams.create(roles=["captain"])

    assert ["keeper"] == team.roles
    assert TEAM == case.written(team)


def test_the_docstring_says_it(case: Case) -> None:
    """In the words of the document."""
    docs = case.docs("models/team")

    assert 'From 1 to 2 items fit `{"const": "captain"}`.' in docs
    assert 'Some item fits `{"type": "integer"}`.' in docs
    assert "No other items." in docs
    assert 'Other items fit `{"type": "integer"}`.' in docs
