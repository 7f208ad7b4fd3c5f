"""JSON inside a string is typed in events, and text elsewhere."""

from __future__ import annotations

import datetime as dt

from cases.using import Case

EVENTS = b"""event: progress
data: {"percent": 50}

event: progress
data: {"percent": 100}

"""


def test_data_of_an_event_is_read(case: Case) -> None:
    """As what is in the text."""
    client = case.client(EVENTS, media_type="text/event-stream")
    events = list(client.results.watch())

    assert [50, 100] == [event.percent for event in events]


def test_elsewhere_it_stays_text(case: Case) -> None:
    """And goes back to the letter."""
    answer = {"payload": '{"percent":  50}'}
    result = case.client(answer).results.get()

    assert '{"percent":  50}' == result.payload
    assert answer == case.written(result)


def test_data_of_a_format_is_what_it_means(case: Case) -> None:
    """Data is the text itself, without the quotes of JSON."""
    events = b"event: at\ndata: 2026-01-31T12:00:00Z\n\nevent: count\ndata: 7\n\n"
    client = case.client(events, media_type="text/event-stream")

    assert [dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC), 7] == list(
        client.results.list_times()
    )
