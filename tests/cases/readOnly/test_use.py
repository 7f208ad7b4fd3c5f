"""What is only read is not sent, what is only written is not received."""

from __future__ import annotations

import pytest

from cases.using import Case

USER = {"id": 7, "name": "ada", "team": {"id": 1, "name": "core"}}


def test_required_means_in_its_direction(case: Case) -> None:
    """An answer has no invitation, and a request no id."""
    user = case.client(USER).users.create(name="ada", invitation="x")

    assert 7 == user.id
    assert USER == case.written(user)
    assert {"name": "ada", "invitation": "x"} == case.sent


@pytest.mark.parametrize("given", [{"id": 7}, {"created": "now"}, {"owner": {}}])
def test_what_is_only_read_is_no_argument(case: Case, given: dict[str, object]) -> None:
    """The name of the argument that is not there is said."""
    with pytest.raises(TypeError, match=next(iter(given))):
        case.client(USER).users.create(name="ada", invitation="x", **given)


def test_what_is_only_written_is_no_attribute(case: Case) -> None:
    """A server that sends it all the same loses nothing."""
    answer = {**USER, "invitation": "x"}
    user = case.client(answer).users.create(name="ada", invitation="x")

    assert "invitation" not in type(user).model_fields
    assert answer == case.written(user)


def test_a_model_can_be_sent_back(case: Case) -> None:
    """The server leaves out what it does not take."""
    client = case.client(USER)
    user = client.users.create(name="ada", invitation="x")
    client.users.create(name="ada", invitation="x", team=user.team)

    assert {"id": 1, "name": "core"} == case.sent["team"]
