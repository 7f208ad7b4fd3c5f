"""A number that is text in JSON is an integer in Python, and text again in JSON."""

from __future__ import annotations

import copy

import pytest

from cases.using import Case

ACCOUNT = {
    "balance": "9223372036854775807",
    "limit": None,
    "history": ["1", "-2", "007"],
    "byYear": {"2026": "3"},
    "pin": 1234,
    "id": "5",
    "either": "5",
    "any": [5, "5"],
}


def test_text_is_read_as_an_integer(case: Case) -> None:
    """Without losing a digit, and goes back to the letter."""
    account = case.client(ACCOUNT).accounts.create(balance="1")

    assert 2**63 - 1 == account.balance
    assert [1, -2, 7] == account.history
    assert {"2026": 3} == account.by_year
    assert 5 == account.id
    assert ACCOUNT == case.written(account)
    assert ACCOUNT == case.written(copy.deepcopy(account))


def test_an_integer_of_a_model_is_written_as_text(case: Case) -> None:
    """Given, computed or put there later; a number that is no text stays one."""
    account = case.models.Account(balance=5, history=[1, 2], pin=7)
    account.balance += 1

    assert {"balance": "6", "history": ["1", "2"], "pin": 7} == case.written(account)


def test_numbers_beside_them_stay_numbers(case: Case) -> None:
    """Where the document allows both."""
    answer = {**ACCOUNT, "either": 5, "any": ["5", 5]}
    account = case.client(answer).accounts.create(balance="1")

    assert 5 == account.either
    assert answer == case.written(account)


def test_a_whole_answer_goes_back_as_it_came(case: Case) -> None:
    """Its integers say themselves that they were text."""
    totals = case.client(["1", "007"]).totals.list()
    case.client({}).totals.replace(body=totals)

    assert [1, 7] == totals
    assert ["1", "007"] == case.written(totals) == case.sent


def test_undeclared_properties_are_text_again(case: Case) -> None:
    """Read, or put there."""
    totals = case.client({"of": "a", "2026": "5"}).totals.replace(body=[])
    totals.later = 6

    assert {"of": "a", "2026": "5", "later": "6"} == case.written(totals)


@pytest.mark.parametrize(
    "wrong", [{"history": [1, "2"]}, {"history": 1}, {"byYear": {"2026": 3, "a": "4"}}]
)
def test_a_number_in_the_place_of_text_is_kept(
    case: Case, wrong: dict[str, object]
) -> None:
    """What does not fit goes back as it came, what fits as text."""
    answer = {"balance": "1", **wrong}
    account = case.client(answer, validation="lenient").accounts.create(balance="1")

    assert answer == case.written(account)


def test_a_request_is_given_what_is_sent(case: Case) -> None:
    """Arguments are text, as they are in JSON."""
    case.client(ACCOUNT).accounts.create(balance="5", pin=7)

    assert {"balance": "5", "pin": 7} == case.sent


@pytest.mark.parametrize("wrong", ["5.5", "", "five", 5])
def test_what_is_no_integer_in_text_is_refused(case: Case, wrong: object) -> None:
    """In strict validation; the default one keeps it."""
    answer = {**ACCOUNT, "balance": wrong}
    client = case.client(answer, validation="lenient")

    assert wrong == client.accounts.create(balance="1").balance
    assert case.refuses(lambda client: client.accounts.create(balance="1"), answer)
