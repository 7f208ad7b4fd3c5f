"""A password is text that does not show."""

from __future__ import annotations

from cases.using import Case

ACCOUNT = {"name": "ada", "password": "lovelace", "recovery": "babbage"}


def test_a_password_is_not_shown(case: Case) -> None:
    """It can be read and sent, and a log of the model does not have it."""
    account = case.client(ACCOUNT).accounts.create(**ACCOUNT)

    assert "lovelace" == account.password
    assert "ada" in repr(account)
    assert "lovelace" not in repr(account)
    assert "babbage" not in repr(account)
    assert ACCOUNT == case.sent
