"""Credentials: where they come from, where they go, and where they never show."""

from __future__ import annotations

import pytest

from runtime.errors import MissingCredentials
from runtime.security import ApiKey, BasicAuth, BearerToken, choose_credentials

SCHEMES = {
    "bearer": BearerToken("t-secret"),
    "query": ApiKey("q-secret", name="key", place="query"),
    "basic": BasicAuth("ann", "b-secret"),
    "none": BearerToken(env="SHOP_UNSET"),
}


def values(*alternatives: tuple[str, ...]) -> list[str]:
    """Return what would be sent for alternatives of schemes."""
    return [each.value for each in choose_credentials(alternatives, SCHEMES, {})]


def test_the_first_complete_alternative_is_used() -> None:
    """Alternatives are tried in order; all schemes of one go together."""
    assert values(("none",), ("bearer", "query")) == ["Bearer t-secret", "q-secret"]
    assert values(("basic",)) == ["Basic YW5uOmItc2VjcmV0"]
    assert values(("none",), ()) == []
    assert values() == []


def test_the_environment_is_read_at_each_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rotated key is used without a new client."""
    monkeypatch.setenv("SHOP_UNSET", "now")

    assert values(("none",)) == ["Bearer now"]


def test_a_function_is_asked_each_time() -> None:
    """Tokens that expire come from a function."""
    tokens = iter(["one", "two"])
    scheme = BearerToken(lambda: next(tokens))
    sent = [scheme.credential(), scheme.credential()]

    assert [each.value for each in sent if each] == ["Bearer one", "Bearer two"]


def test_a_missing_credential_is_named() -> None:
    """The message says what to do."""
    with pytest.raises(MissingCredentials, match="environment variable SHOP_UNSET"):
        values(("none",))


def test_a_header_of_the_caller_stands_for_its_scheme() -> None:
    """Who signs requests by other means is let through."""
    given = {"authorization": "Custom x"}

    assert choose_credentials((("none",),), SCHEMES, given) == []


@pytest.mark.parametrize("name", ["bearer", "query", "basic"])
def test_a_secret_never_shows(name: str) -> None:
    """Neither the scheme nor what it sends shows it."""
    scheme = SCHEMES[name]

    assert "secret" not in repr(scheme) + repr(scheme.credential())
    with pytest.raises(TypeError):
        vars(scheme)


def test_the_line_end_of_a_file_is_no_part_of_a_key() -> None:
    """Keys are read from files."""
    [credential] = choose_credentials((("a",),), {"a": BearerToken("k-1\n")}, {})

    assert credential.value == "Bearer k-1"


@pytest.mark.parametrize("key", ["k-1\nx", "k-1\0", "k-1\u2026"])
def test_a_key_that_cannot_be_sent_is_refused_unseen(key: str) -> None:
    """The HTTP library would show it in its message."""
    schemes = {"a": ApiKey(key, name="x-key")}
    with pytest.raises(ValueError, match="x-key has a character") as caught:
        choose_credentials((("a",),), schemes, {})

    assert "k-1" not in str(caught.value)


def test_a_key_in_a_query_may_hold_any_character() -> None:
    """It is percent-encoded."""
    schemes = {"a": ApiKey("k-1\u2026", name="key", place="query")}
    [credential] = choose_credentials((("a",),), schemes, {})

    assert credential.value == "k-1\u2026"
