"""Tokens are given, or asked for where the description says."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import httpx2
import pytest

from cases.using import Case

ID = {"client_id": "id-1", "client_secret": "s-1"}


class World:
    """The API, and whoever gives tokens for it."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        """Where tokens were asked for, and with which form."""
        self.called: list[str] = []
        """What the API was called with."""
        self.good: set[str] = set()

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer as whoever is asked."""
        where = f"{request.method} {request.url.host}{request.url.path}"
        if where.startswith("GET ") and "/.well-known/" in where:
            address = f"https://{request.url.host}/found"
            return httpx2.Response(200, json={"token_endpoint": address})
        if request.url.path != "/events":
            self.asked.append((where, dict(parse_qsl(request.read().decode()))))
            token = f"t-{len(self.asked)}"
            self.good.add(token)
            answer = {"access_token": token, "refresh_token": f"r-{token}"}
            return httpx2.Response(200, json={**answer, "expires_in": 3600})
        self.called.append(request.headers.get("authorization", ""))
        is_good = self.called[-1].removeprefix("Bearer ") in self.good
        return httpx2.Response(204 if is_good else 401)

    def client(self, case: Case, **options: Any) -> Any:
        """Make a client that lives here."""
        http = httpx2.Client(transport=httpx2.MockTransport(self))
        return case.package.Client(http_client=http, **options)


@pytest.fixture
def world() -> World:
    """Return a world where nobody has a token."""
    return World()


def test_a_token_may_be_given(case: Case, world: World) -> None:
    """As a text, or by a function; nothing is asked for."""
    world.good = {"own", "other"}
    client = world.client(
        case,
        access_token="own",  # noqa: S106
        browser_access_token=lambda: "other",
    )
    client.events.list()
    client.events.delete()

    assert ["Bearer own", "Bearer other"] == world.called
    assert [] == world.asked


def test_id_and_secret_are_enough(case: Case, world: World) -> None:
    """A token is asked for once for each need, with its scopes."""
    client = world.client(case, **ID)
    client.events.list()
    client.events.list()
    client.events.create()

    assert ["Bearer t-1", "Bearer t-1", "Bearer t-2"] == world.called
    assert [
        ("POST login.example/token", {"grant_type": "client_credentials", "scope": one})
        for one in ("read", "read write")
    ] == world.asked


@pytest.mark.parametrize(
    ("grant", "where", "form"),
    [
        (
            ("ClientCredentials", "id-1", "s-1"),
            "login.example/token",
            {"grant_type": "client_credentials", "scope": "read"},
        ),
        (
            ("PasswordGrant", "ann", "p-1", "id-1", "s-1"),
            "login.example/token",
            {
                "grant_type": "password",
                "username": "ann",
                "password": "p-1",
                "scope": "read",
            },
        ),
        (
            ("RefreshToken", "r-0", "id-1", "s-1"),
            "calendar.example/refresh",
            {"grant_type": "refresh_token", "refresh_token": "r-0"},
        ),
        (
            ("AuthorizationCode", "c-1", "id-1", "s-1"),
            "login.example/token",
            {"grant_type": "authorization_code", "code": "c-1"},
        ),
    ],
)
def test_every_grant_is_a_value_in_the_place_of_a_token(
    case: Case, world: World, grant: tuple[str, ...], where: str, form: dict[str, str]
) -> None:
    """The package exports what makes one; a relative address is one of the API."""
    kind, *secrets = grant
    client = world.client(case, access_token=getattr(case.package, kind)(*secrets))
    client.events.list()

    assert [(f"POST {where}", form)] == world.asked
    assert ["Bearer t-1"] == world.called


def test_a_refused_token_is_replaced_and_the_call_repeated(
    case: Case, world: World
) -> None:
    """Once, although events must not be created twice: the API did nothing."""
    client = world.client(case, **ID)
    client.events.create()
    world.good.clear()
    client.events.create()

    assert ["Bearer t-1", "Bearer t-1", "Bearer t-2"] == world.called


@pytest.mark.parametrize(
    ("method", "argument", "where"),
    [
        ("replace", "open_id", "id.example/found"),
        ("update", "partner", "partner.example/found"),
    ],
)
def test_where_tokens_are_given_can_be_found_out(
    case: Case, world: World, method: str, argument: str, where: str
) -> None:
    """As OpenID Connect says, and RFC 8414 for OAuth 2."""
    known = {f"{argument}_{key}": value for key, value in ID.items()}
    getattr(world.client(case, **known).events, method)()

    assert [f"POST {where}"] == [place for place, _ in world.asked]
    assert ["Bearer t-1"] == world.called


def test_a_client_without_credentials_says_what_would_do(
    case: Case, world: World
) -> None:
    """A token, or an id with its secret."""
    expected = "CASE_SECURITY_OAUTH2_CLIENT_ID and CASE_SECURITY_OAUTH2_CLIENT_SECRET"
    with pytest.raises(case.package.errors.MissingCredentials, match=expected):
        world.client(case).events.list()

    assert [] == world.called + world.asked


def test_what_the_api_asks_for_has_the_plain_names(case: Case) -> None:
    """Other schemes are told apart by theirs; `implicit` ends with a token."""
    parameters = inspect.signature(case.package.Client).parameters

    assert {"access_token", "client_id", "client_secret"} <= parameters.keys()
    assert "browser_access_token" in parameters
    assert "browser_client_id" not in parameters


def test_a_scheme_that_nobody_should_use_says_so(case: Case) -> None:
    """First."""
    assert "Deprecated. A token that a browser was given." in case.docs("client")
