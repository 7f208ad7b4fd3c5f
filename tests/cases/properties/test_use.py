"""Properties are attributes with Python names, and go by their own on the wire."""

from __future__ import annotations

from cases.using import Case

PERSON = {
    "id": 7,
    "givenName": "Ada",
    "class": "A",
    "@type": "Person",
    "@id": "p7",
    "copy": "no",
    "model_config": "none",
    "+1": 3,
    "-1": 1,
    "2fa": True,
    "": "empty",
    "__dunder__": "d",
    "_private": "p",
    "snake_case": "s",
    "snakeCase": "c",
    "größe": 1.5,
    "date": "2026-01-31",
    "birthday": "1815-12-10",
    "address": {"city": "London", "geo": {"lat": 51.5}},
}


def test_every_name_can_be_used(case: Case) -> None:
    """Keywords, punctuation, digits, what Pydantic has taken, and none at all."""
    person = case.client(PERSON).persons.create(id=7)

    assert ("Ada", "A", "Person") == (person.given_name, person.class_, person.type)
    assert "empty" == person.empty
    assert {"s", "c"} == {person.snake_case, person.snake_case_camel}
    assert PERSON == case.written(person)


def test_what_is_not_declared_is_kept(case: Case) -> None:
    """Here and in inline objects."""
    answer = {"id": 7, "later": 1, "address": {"zip": "N1"}}
    person = case.client(answer).persons.create(id=7)

    assert {"later": 1} == person.model_extra
    assert answer == case.written(person)


def test_a_model_can_be_built_by_the_names_of_python(case: Case) -> None:
    """And by those of the wire, where Python can spell them."""
    made = case.models.Person(id=7, given_name="Ada")
    same = case.models.Person(id=7, givenName="Ada")

    assert made == same
    assert {"id": 7, "givenName": "Ada"} == case.written(made)


def test_inline_objects_may_be_dictionaries_or_models(case: Case) -> None:
    """Dictionaries have the names of the wire."""
    geo = case.models.PersonAddressGeo(lat=51.5)
    case.client(PERSON).persons.create(id=7, address={"city": "London", "geo": geo})

    assert {"id": 7, "address": PERSON["address"]} == case.sent
