"""What type checkers know of enumerations that are classes."""

from typing import assert_type

from case_enum_class import Client
from case_enum_class.models import Mood, Shelf, State, Ticket, TicketPriority
from case_enum_class.params import StateParam


def use(client: Client, ticket: Ticket) -> None:
    """Give members and their values alike."""
    assert_type(ticket.state, State)
    assert_type(ticket.priority, TicketPriority | None)
    assert_type(ticket.state.is_known, bool)
    assert_type(State("parked"), State)

    client.tickets.create(state=State.OPEN, priority=TicketPriority.N1, mood="meh")
    client.tickets.create(state="done", priority=-1, access="public")
    client.tickets.create(state=ticket.state, votes={"me": Mood.PLUS_1, "you": "-1"})
    client.tickets.list(Shelf.UPPER, state=[State.OPEN, "done"], order="newest")
    client.tickets.list(2, state=[ticket.state])


def is_done(state: StateParam) -> bool:
    """Compare with a member."""
    return state in (State.CLOSED, "done")
