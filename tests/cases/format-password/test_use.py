"""A password is text that does not show."""

from __future__ import annotations

from cases.using import Case

ACCOUNT = {
    "name": "ada",
    "password": "lovelace",
    "recovery": "babbage",
    "former": ["byron"],
    "code": "engine",
    "keys": {"a": "noether"},
    "question": {"asked": "pet", "answer": "cat"},
}


def test_a_password_is_not_shown(case: Case) -> None:
    """It can be read and sent, and a log of the model does not have it."""
    account = case.client(ACCOUNT).accounts.create(**ACCOUNT)

    assert "lovelace" == account.password
    assert "ada" in repr(account)
    assert "pet" in repr(account)
    for secret in ("lovelace", "babbage", "byron", "engine", "noether", "cat"):
        assert secret not in repr(account)
    assert ACCOUNT == case.sent
