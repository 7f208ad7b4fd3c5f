"""With `enums = "class"`, enumerations are classes that keep what they do not list."""

from __future__ import annotations

import copy
import pickle
from enum import IntEnum, StrEnum
from typing import Any

import pytest

from cases.using import Case

TICKET = {
    "state": "in-progress",
    "access": "staff",
    "closedBy": None,
    "kind": "ticket",
    "mood": "+1",
    "priority": -1,
    "scale": True,
    "source": {"kind": "letter", "address": "Main Street"},
    "votes": {"me": "-1", "you": "🤷"},
}


def pickled(value: Any) -> Any:
    """Return what pickle makes of a value."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - just dumped


COPIES = [copy.copy, copy.deepcopy, pickled]


def answered(case: Case, **members: Any) -> Any:
    """Return what the client makes of a ticket."""
    answer = {"state": "open", **members}
    made = case.client(answer).tickets.create(state="open")

    assert answer == case.written(made)
    return made


def test_values_are_members(case: Case) -> None:
    """Found by the names that the document gives them, or that their values give."""
    models = case.models
    ticket = answered(case, **TICKET)

    assert ticket.state is models.State.IN_MINUS_PROGRESS
    assert ticket.access is models.Access.STAFF
    assert ticket.mood is models.Mood.PLUS_1
    assert ticket.priority is models.TicketPriority.MINUS_1
    assert ticket.votes["me"] is models.Mood.MINUS_1
    assert models.Access("public") is models.Access.EVERYBODY
    assert models.Shelf.LOWER == 2
    assert ticket.closed_by is None


def test_what_tells_variants_apart_stays_a_literal(case: Case) -> None:
    """So do constants, and lists of several types."""
    ticket = answered(case, **TICKET)

    assert isinstance(ticket.source, case.models.LetterSource)
    assert [str, str, bool] == [
        type(one) for one in (ticket.source.kind, ticket.kind, ticket.scale)
    ]


@pytest.mark.parametrize("mood", ["+1", "", "überaus gut", "meh", "PLUS_1"])
def test_a_text_is_equal_to_its_member(case: Case, mood: str) -> None:
    """Whether the description lists it or not."""
    member = answered(case, votes={"me": mood}).votes["me"]

    assert isinstance(member, case.models.Mood)
    assert isinstance(member, StrEnum)
    assert (mood, mood, mood) == (member, member.value, str(member))
    assert type(member.value) is str
    assert {mood: 1} == {member: 1}
    assert member == case.models.Mood(mood)
    assert [mood] * 3 == [make(member) for make in COPIES]
    assert [type(member)] * 3 == [type(make(member)) for make in COPIES]


@pytest.mark.parametrize("priority", [-1, 0, 7, 2**70])
def test_an_integer_is_equal_to_its_member(case: Case, priority: int) -> None:
    """In the same way."""
    member = answered(case, priority=priority).priority

    assert isinstance(member, case.models.TicketPriority)
    assert isinstance(member, IntEnum)
    assert (priority, priority) == (member, member.value)
    assert type(member.value) is int
    assert member + 1 == priority + 1
    assert {priority: 1} == {member: 1}
    assert [priority] * 3 == [make(member) for make in COPIES]


def test_a_value_of_tomorrow_says_that_it_is_one(case: Case) -> None:
    """It has no member, and is in no list of them."""
    state = answered(case, state="parked").state
    known = case.models.State.OPEN

    assert (False, True) == (state.is_known, known.is_known)
    assert "<State: 'parked'>" == repr(state)
    assert "<State.OPEN: 'open'>" == repr(known)
    assert 4 == len(case.models.State)
    assert not any(state == member for member in case.models.State)


def test_a_match_finds_members(case: Case) -> None:
    """And falls through to what takes the rest."""

    def told(state: object) -> str:
        match state:
            case case.models.State.OPEN:
                return "open"
            case "parked":
                return "parked"
            case _:
                return "else"

    states = [answered(case, state=one).state for one in ("open", "parked", "x")]

    assert ["open", "parked", "else"] == [told(state) for state in states]


def test_members_and_their_values_are_sent_alike(case: Case) -> None:
    """In a body, as values and keys of maps, and written by models."""
    models = case.models
    ticket = models.Ticket(state="open", votes={"me": "+1"})
    client = case.client(TICKET)
    client.tickets.create(
        state=models.State.CLOSED,
        access="public",
        mood=models.Mood("meh"),
        priority=models.TicketPriority.N1,
        votes={models.State.OPEN: models.Mood.EMPTY},
    )

    assert {
        "state": "done",
        "access": "public",
        "mood": "meh",
        "priority": 1,
        "votes": {"open": ""},
    } == case.sent
    assert ticket.state is models.State.OPEN
    assert '{"state":"open","votes":{"me":"+1"}}' == ticket.model_dump_json(
        exclude_unset=True
    )


def test_parameters_are_sent_as_their_values(case: Case) -> None:
    """In the path, the query and the headers."""
    models = case.models
    client = case.client([])
    client.tickets.list(
        models.Shelf.LOWER,
        state=[models.State.OPEN, "done", models.State("parked")],
        order=models.TicketOrder.OLDEST,
        x_level=models.TicketXLevel.N2,
    )

    assert "/shelves/2/tickets" == case.request.url.path
    assert b"state=open&state=done&state=parked&order=oldest" == case.request.url.query
    assert "2" == case.request.headers["x-level"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": 1},
        {"state": None},
        {"priority": "1"},
        {"priority": True},
        {"priority": 1.5},
        {"closedBy": ["agent"]},
    ],
)
def test_a_value_of_another_type_is_refused_or_kept(
    case: Case, wrong: dict[str, Any]
) -> None:
    """Refused in strict validation, and kept as it came otherwise."""
    ticket = {"state": "open", **wrong}
    client = case.client(ticket, validation="lenient")
    answer = client.tickets.create(state="open")

    assert ticket == case.written(answer)
    assert case.refuses(lambda one: one.tickets.create(state="open"), ticket)


def test_a_whole_float_is_an_integer(case: Case) -> None:
    """As JSON says: 1.0 is the same number as 1."""
    answer = case.client(b'{"state": "open", "priority": 1.0}').tickets.create(
        state="open"
    )

    assert answer.priority is case.models.TicketPriority.N1


def test_each_value_is_described(case: Case) -> None:
    """Below its member."""
    state = case.docs("models/state")

    assert 'OPEN = "open" """Nobody works on it."""' in state
    assert 'EVERYBODY = "public" """Everybody: Whoever' in case.docs("models/access")
