"""A reference is the type it leads to; what stands beside it is for that place."""

from __future__ import annotations

import pytest

from cases.using import Case

TASK = {
    "title": "Write",
    "owner": {"name": "Ada"},
    "reviewer": None,
    "city": "London",
    "address": {"city": "London"},
    "odd": {"a": 1},
    "lead": {"name": "Bob", "email": "b@c.example"},
    "subtasks": [{"title": "Think", "subtasks": [{"title": "Sit"}]}],
    "blocks": {"a": {"title": "Sleep"}},
    "tree": ["a", ["b", []]],
    "alias": {"name": "Eve"},
    "housed": {"name": "Ann", "address": {"city": "London"}},
    "short": "Read",
    "mode": "fast",
    "guest": {"name": "Tom", "host": None},
    "effort": {"sum": [1.5, {"root": {"sum": []}}]},
}


def test_references_lead_to_classes(case: Case) -> None:
    """Of components, of parts of them, of names with escapes, and in circles."""
    task = case.client(TASK).tasks.create(title="Write")

    assert isinstance(task.owner, case.models.User)
    assert isinstance(task.alias, case.models.User)
    assert isinstance(task.address, case.models.UserAddress)
    assert "Sit" == task.subtasks[0].subtasks[0].title
    assert "Sleep" == task.blocks["a"].title
    assert ["a", ["b", []]] == task.tree
    assert 1 == task.odd.a
    assert [] == task.effort.sum[1].root.sum
    assert TASK == case.written(task)


def test_assertions_beside_a_reference_hold_too(case: Case) -> None:
    """Since 3.1."""
    task = case.client(TASK).tasks.create(title="Write")

    assert ("Bob", "b@c.example") == (task.lead.name, task.lead.email)
    answer = {"title": "Write", "lead": {"name": "Bob"}}
    assert case.refuses(lambda client: client.tasks.create(title="a"), answer)


def test_a_component_may_be_a_reference_and_more(case: Case) -> None:
    """It is no less typed than what it refers to."""
    task = case.client(TASK).tasks.create(title="Write")

    assert isinstance(task.housed, case.models.Housed)
    assert "London" == task.housed.address.city
    assert "TypeAlias = Annotated[Title, Asserts(max_length=5)]" in case.docs(
        "models/short"
    )
    answer = {"title": "Write", "housed": {"name": "Ann"}}
    assert case.refuses(lambda client: client.tasks.create(title="a"), answer)


def test_null_is_allowed_where_everything_combined_allows_it(case: Case) -> None:
    """Also inside of what is being combined."""
    answer = {"title": "Write", "guest": None}
    task = case.client(answer).tasks.create(title="Write")

    assert task.guest is None
    assert "host: Guest | None = None" in case.docs("models/guest")


def test_words_beside_a_reference_are_for_the_place(case: Case) -> None:
    """With its default."""
    docs = case.docs("models/task")

    assert 'Who does it. Default: `{"name": "nobody"}`.' in docs


@pytest.mark.parametrize(
    "wrong", [{"title": "x" * 81}, {"city": ""}, {"address": {"city": ""}}]
)
def test_what_it_leads_to_is_checked(case: Case, wrong: dict[str, object]) -> None:
    """In strict validation, whether that has a name or not."""
    answer = {**TASK, **wrong}

    assert case.refuses(lambda client: client.tasks.create(title="a"), answer)
