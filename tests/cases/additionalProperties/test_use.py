"""Properties without a name of their own are typed and kept."""

from __future__ import annotations

import pytest

from cases.using import Case

METRICS = {
    "name": "visits",
    "counts": {"mo": 1, "tu": 2},
    "nested": {"a": {"first": "2026-01-31"}},
    "free": {"a": [1]},
    "plain": {"b": None},
    "none": {},
    "limits": {"most": 9, "cpu": {"value": 3}},
    "strict": {"a": 1},
}


def test_an_object_of_nothing_else_is_a_dictionary(case: Case) -> None:
    """Of typed values, to any depth."""
    metrics = case.client(METRICS).metrics.create(name="visits", counts={"mo": 1})

    assert {"mo": 1, "tu": 2} == metrics.counts
    assert 31 == metrics.nested["a"]["first"].day
    assert {"name": "visits", "counts": {"mo": 1}} == case.sent


def test_beside_declared_ones_they_are_typed(case: Case) -> None:
    """And stay in the model."""
    metrics = case.client(METRICS).metrics.create(name="visits", counts={})

    assert 9 == metrics.limits.most
    assert isinstance(metrics.limits.model_extra["cpu"], case.models.Limit)
    assert METRICS == case.written(metrics)


@pytest.mark.parametrize("added", [{"strict": {"later": 2}}, {"none": {"later": 2}}])
def test_a_closed_object_keeps_what_a_server_adds(
    case: Case, added: dict[str, object]
) -> None:
    """By default; strict validation refuses what the document does not allow."""
    answer = {**METRICS, **added}
    client = case.client(answer, validation="lenient")
    metrics = client.metrics.create(name="visits", counts={})

    assert answer == case.written(metrics)
    assert case.refuses(
        lambda client: client.metrics.create(name="visits", counts={}), answer
    )


def test_they_can_be_sent(case: Case) -> None:
    """In a model, or in a dictionary."""
    limits = case.models.Limits(most=9, cpu=case.models.Limit(value=3))
    client = case.client(METRICS)
    client.metrics.create(name="visits", counts={}, limits=limits)

    assert METRICS["limits"] == case.sent["limits"]


@pytest.mark.parametrize(
    "wrong", [{"counts": {"mo": "1"}}, {"limits": {"most": 1, "cpu": 3}}]
)
def test_values_of_another_type_are_kept_by_default(
    case: Case, wrong: dict[str, object]
) -> None:
    """Strict validation refuses them."""
    answer = {**METRICS, **wrong}
    client = case.client(answer, validation="lenient")
    metrics = client.metrics.create(name="visits", counts={})

    assert answer == case.written(metrics)
    assert case.refuses(
        lambda client: client.metrics.create(name="visits", counts={}), answer
    )


def test_what_is_only_written_may_be_among_them(case: Case) -> None:
    """Whatever their type; that of the others holds all the same."""
    answer = {**METRICS, "secrets": {"owner": "ada", "key": "s", "age": 1}}
    metrics = case.client(answer).metrics.create(name="visits", counts={})
    wrong = {**METRICS, "secrets": {"age": "old"}}

    assert answer == case.written(metrics)
    assert case.refuses(
        lambda client: client.metrics.create(name="visits", counts={}), wrong
    )
