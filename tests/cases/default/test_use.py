"""A default is what the server assumes: it is said, and never sent."""

from __future__ import annotations

import pytest

from cases.using import Case

JOB = {"queue": "main"}


def test_a_default_is_not_sent(case: Case) -> None:
    """Nor read into an answer that does not have it."""
    job = case.client(JOB).jobs.create(queue="main")

    assert job.retries is None
    assert JOB == case.sent
    assert JOB == case.written(job)


def test_the_default_itself_can_be_sent(case: Case) -> None:
    """It is a value like any other."""
    case.client(JOB).jobs.create(queue="main", retries=3, tags=[], verbose=False)

    assert {"queue": "main", "retries": 3, "tags": [], "verbose": False} == case.sent


@pytest.mark.parametrize(
    "text",
    [
        "At least 0. Default: `3`.",
        'Default: `{"team": "core"}`.',
        "Default: `[]`.",
        'Default: `"many"`.',
        "Default: `false`.",
        "Defaults to 5. ",
    ],
)
def test_the_docstring_says_it(case: Case, text: str) -> None:
    """As the document writes it, also where it does not fit; and only once."""
    assert text.strip() in case.docs("models/job")


def test_a_required_property_with_a_default_is_required(case: Case) -> None:
    """The document says both."""
    with pytest.raises(TypeError, match="queue"):
        case.client(JOB).jobs.create()
