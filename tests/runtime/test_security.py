"""Credentials: where they come from, where they go, and where they never show."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from loopback import reply, serve
from shop import API, PetsRequests

from runtime.api_keys import ApiKey
from runtime.basic import BasicAuth
from runtime.bearer import BearerToken
from runtime.client import AsyncBaseClient, BaseClient
from runtime.deadline import Deadline
from runtime.errors import MissingCredentials, StatusError
from runtime.requirements import choose, obtain
from runtime.security import Credential, Scheme

SCHEMES: dict[str, Scheme] = {
    "bearer": BearerToken("t-secret"),
    "query": ApiKey("q-secret", name="key", place="query"),
    "basic": BasicAuth("ann", "b-secret"),
    "none": BearerToken(env="SHOP_UNSET"),
}


def chosen(
    alternatives: tuple[tuple[str, ...], ...],
    schemes: Mapping[str, Scheme] = SCHEMES,
    given: Mapping[str, str] | None = None,
) -> list[Credential]:
    """Choose credentials that nobody has to wait for."""
    needed = tuple(dict.fromkeys(names, ()) for names in alternatives)
    with httpx2.Client() as http:
        return obtain(
            choose(needed, schemes, given or {}),
            http,
            "https://a.example",
            Deadline(None),
        )


def values(*alternatives: tuple[str, ...]) -> list[str]:
    """Return what would be sent for alternatives of schemes."""
    return [each.value for each in chosen(alternatives)]


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
    sent = [chosen((("a",),), {"a": scheme})[0].value for _ in range(2)]

    assert sent == ["Bearer one", "Bearer two"]


def test_a_missing_credential_is_named() -> None:
    """The message says what to do."""
    with pytest.raises(MissingCredentials, match="environment variable SHOP_UNSET"):
        values(("none",))


def test_so_are_the_arguments_of_a_client() -> None:
    """As they are written, each way to have them."""
    schemes: dict[str, Any] = {
        "key": BearerToken(env="PET_SHOP_API_KEY"),
        "login": BasicAuth(username_env="PET_SHOP_USERNAME", env="PET_SHOP_PASSWORD"),
        "own": BearerToken(),
    }
    needed: Any = tuple({name: ()} for name in schemes)
    with pytest.raises(MissingCredentials) as caught:
        next(choose(needed, schemes, {}, "pet_shop"))

    assert (
        "no credentials were given; this operation needs "
        "key (`Client(api_key=...)`, or the environment variable PET_SHOP_API_KEY), or "
        "login (`Client(username=..., password=...)`, or the environment variables "
        "PET_SHOP_USERNAME and PET_SHOP_PASSWORD), or own (an argument)"
    ) == str(caught.value)


def test_a_header_of_the_caller_stands_for_its_scheme() -> None:
    """Who signs requests by other means is let through."""
    given = {"authorization": "Custom x"}

    assert chosen((("none",),), given=given) == []


@pytest.mark.parametrize("name", ["bearer", "query", "basic"])
def test_a_secret_never_shows(name: str) -> None:
    """Neither the scheme nor what it sends shows it."""
    scheme = SCHEMES[name]

    assert "secret" not in repr(scheme) + repr(scheme.credential())
    with pytest.raises(TypeError):
        vars(scheme)


def test_the_line_end_of_a_file_is_no_part_of_a_key() -> None:
    """Keys are read from files."""
    [credential] = chosen((("a",),), {"a": BearerToken("k-1\n")})

    assert credential.value == "Bearer k-1"


@pytest.mark.parametrize("key", ["k-1\nx", "k-1\0", "k-1\u2026"])
def test_a_key_that_cannot_be_sent_is_refused_unseen(key: str) -> None:
    """The HTTP library would show it in its message."""
    schemes = {"a": ApiKey(key, name="x-key")}
    with pytest.raises(ValueError, match="x-key has a character") as caught:
        chosen((("a",),), schemes)

    assert "k-1" not in str(caught.value)


def test_a_key_in_a_query_may_hold_any_character() -> None:
    """It is percent-encoded."""
    schemes = {"a": ApiKey("k-1\u2026", name="key", place="query")}
    [credential] = chosen((("a",),), schemes)

    assert credential.value == "k-1\u2026"


def test_security_that_is_optional_is_used_where_it_can_be() -> None:
    """Wherever the alternative without any stands."""
    assert values((), ("bearer",)) == ["Bearer t-secret"]
    assert values(("none",), ()) == []


def test_any_other_scheme_is_sent_by_its_name() -> None:
    """`Authorization: <scheme> <credentials>`."""
    schemes = {"a": BearerToken("k-1", scheme="GNAP")}

    assert [each.value for each in chosen((("a",),), schemes)] == ["GNAP k-1"]


def test_name_and_password_may_be_in_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both, or the password alone; it may be empty, as where a key is the name."""
    schemes = {"a": BasicAuth(username_env="SHOP_USER", env="SHOP_PASSWORD")}
    with pytest.raises(MissingCredentials, match="SHOP_USER and SHOP_PASSWORD"):
        chosen((("a",),), schemes)
    monkeypatch.setenv("SHOP_USER", "ann")

    assert [each.value for each in chosen((("a",),), schemes)] == ["Basic YW5uOg=="]


def test_the_name_of_a_user_holds_no_colon() -> None:
    """It would end there."""
    with pytest.raises(ValueError, match="colon"):
        chosen((("a",),), {"a": BasicAuth("a:b", "p-secret")})


async def _token() -> str:
    await asyncio.sleep(0)
    return "a-secret"


def test_an_async_function_is_awaited() -> None:
    """By async clients; others refuse it."""
    schemes = {"bearer": BearerToken(_token)}

    async def main(address: str) -> None:
        async with AsyncBaseClient(API, schemes, base_url=address) as client:
            await client.send(PetsRequests.get(1))

    with serve(reply(200, b'{"id": 1, "name": "Flaff"}')) as server:
        asyncio.run(main(server.address))
        with (
            BaseClient(API, schemes, base_url=server.address) as client,
            pytest.raises(TypeError, match="AsyncClient"),
        ):
            client.send(PetsRequests.get(1))

    sent = [each.headers["authorization"] for each in server.requests]
    assert sent == ["Bearer a-secret"]


def test_a_function_is_asked_again_after_a_refusal() -> None:
    """Once in a call: what it returned may have ended."""
    tokens = iter(["old", "new", "newer"])
    schemes = {"bearer": BearerToken(lambda: next(tokens))}
    with (
        serve(reply(401), reply(200, b'{"id": 1, "name": "Flaff"}')) as server,
        BaseClient(API, schemes, base_url=server.address) as client,
    ):
        assert client.send(PetsRequests.get(1), {"max_retries": 0}).attempts == 2

    sent = [each.headers["authorization"] for each in server.requests]
    assert sent == ["Bearer old", "Bearer new"]


def test_a_key_that_is_refused_is_not_tried_again() -> None:
    """It is the same."""
    with (
        serve(reply(401)) as server,
        BaseClient(
            API, {"bearer": BearerToken("k")}, base_url=server.address
        ) as client,
        pytest.raises(StatusError, match="401"),
    ):
        client.send(PetsRequests.get(1))

    assert len(server.requests) == 1


def test_a_key_in_a_query_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The HTTP library logs the address of each request."""
    api = replace(API, security=({"q": ()},))
    schemes = {"q": ApiKey("q-secret", name="api key", place="query")}
    with (
        caplog.at_level(logging.DEBUG),
        serve(reply(200, b'{"id": 1, "name": "Flaff"}')) as server,
        BaseClient(api, schemes, base_url=server.address) as client,
    ):
        client.send(PetsRequests.get(1), {"query": {"a": "b"}})

    assert server.requests[0].line == "GET /pets/1?a=b&api%20key=q-secret HTTP/1.1"
    assert "a=b&api%20key=..." in caplog.text
    assert "q-secret" not in caplog.text


@pytest.mark.parametrize("kind", [BearerToken, ApiKey, BasicAuth])
@pytest.mark.parametrize("given", [5, b"hidden", ["hidden"]])
def test_what_is_no_text_is_refused_where_it_is_given(kind: Any, given: Any) -> None:
    """By its kind, and by the name of the argument, as far as that is known."""
    place = {"name": "x-key"} if kind is ApiKey else {}
    user = ("ann",) if kind is BasicAuth else ()
    text = f"must be a text or a function of one, not {type(given).__name__}"
    with pytest.raises(TypeError) as of_argument:
        kind(*user, given, **place, env="RUNTIME_API_KEY")
    with pytest.raises(TypeError) as of_any:
        kind(*user, given, **place)

    assert f"api_key {text}" == str(of_argument.value)
    assert f"a credential {text}" == str(of_any.value)


def test_what_a_function_returns_is_refused_as_well() -> None:
    """When it is asked."""
    give: Any = lambda: None  # noqa: E731 - as short as it gets
    with pytest.raises(TypeError) as caught:
        BearerToken(give).credential()

    expected = "a credential must be a text or a function of one, not NoneType"
    assert expected == str(caught.value)


def test_a_client_that_was_never_made_can_be_shown() -> None:
    """It is among the local variables of a traceback that says why."""
    with pytest.raises(TypeError) as caught:
        BaseClient(API, {}, tiemout=3)  # type: ignore[call-arg]
    shown = [
        repr(frame.f_locals["self"])
        for frame, _ in traceback.walk_tb(caught.tb)
        if "self" in frame.f_locals
    ]

    assert ["<BaseClient>"] == shown
