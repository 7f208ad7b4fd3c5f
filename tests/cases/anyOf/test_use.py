"""Some of several is a union, too; what fits best is taken where several fit."""

from __future__ import annotations

import pytest

from cases.using import Case


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("query", "a", "str"),
        ("query", ["a"], "list"),
        ("filter", {"from": 1, "to": 2}, "Range"),
        ("filter", {"at": 1, "to": 2}, "Point"),
        ("model", "large", "str"),
        ("model", "huge", "str"),
        ("note", None, "NoneType"),
        ("order", "random", "str"),
        ("order", {"by": "author"}, "ByField"),
        ("order", {"by": "score"}, "ByScore"),
        ("order", {"by": "luck"}, "Unknown"),
        ("cursor", 1, "int"),
        ("cursor", 1.5, "float"),
        ("cursor", True, "bool"),
        ("open", {"a": [1]}, "dict"),
        ("never", "a", "str"),
        ("contact", {"email": "a@b.example"}, "SearchContact"),
    ],
)
def test_a_value_has_the_class_that_fits_best(
    case: Case, key: str, value: object, kind: str
) -> None:
    """And is written as it came."""
    answer = {"query": "a", key: value}
    search = case.client(answer).searches.create(**answer)

    assert kind == type(getattr(search, key)).__name__
    assert answer == case.written(search)
    assert answer == case.sent


@pytest.mark.parametrize(
    "wrong", [{"note": "0123456789"}, {"contact": {"x": 1}}, {"cursor": "a"}]
)
def test_what_fits_no_alternative_is_refused(
    case: Case, wrong: dict[str, object]
) -> None:
    """In strict validation: by its type, its bounds, or what it lacks."""
    answer = {"query": "a", **wrong}
    client = case.client(answer, validation="lenient")

    assert answer == case.written(client.searches.create(query="a"))
    assert case.refuses(lambda client: client.searches.create(query="a"), answer)


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("ranges", [{"from": 1, "to": 2}], "Range"),
        ("ranges", ["all"], "str"),
        ("points", [{"at": 1}], "Point"),
    ],
)
def test_a_list_of_anything_hides_no_other_list(
    case: Case, key: str, value: object, kind: str
) -> None:
    """And a list of nothing none at all."""
    answer = {"query": "a", key: value}
    search = case.client(answer).searches.create(query="a")

    assert kind == type(getattr(search, key)[0]).__name__
    assert answer == case.written(search)


def test_an_ambiguous_union_is_reported(case: Case) -> None:
    """With a value that fits two variants; nothing is lost by it."""
    answer = {"query": "a", "filter": {}}
    search = case.client(answer).searches.create(query="a")

    assert answer == case.written(search)
