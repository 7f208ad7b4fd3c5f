"""What an operation asks for is what is sent with it, and nothing else is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from cases.using import Case

ALL = {
    "app_id": "id 1",
    "app_key": "key-1",
    "bearer_token": "token-1",
    "gnap": "grant-1",
    "session": "session-1",
}


def sent(request: httpx2.Request) -> dict[str, str]:
    """Return what a request proves, by where it says so."""
    found = {
        "authorization": request.headers.get("authorization"),
        "cookie": request.headers.get("cookie"),
        "key": request.headers.get("x-app-key"),
        "query": request.url.raw_path.decode().partition("?")[2],
    }
    return {place: text for place, text in found.items() if text}


def ask(case: Case, method: str, **credentials: Any) -> dict[str, str]:
    """Call a method of a client that has some credentials."""
    resource, _, name = method.partition(".")
    getattr(getattr(case.connect(**credentials), resource), name)()
    return sent(case.request)


@pytest.mark.parametrize(
    ("method", "proof"),
    [
        ("boxes.list", {"authorization": "Bearer token-1"}),
        ("boxes.create", {"key": "key-1", "query": "app%20id=id%201"}),
        ("boxes.replace", {"authorization": "Bearer token-1"}),
        ("boxes.delete", {"authorization": "GNAP grant-1"}),
        ("status.get", {}),
        ("status.report", {"authorization": "Bearer token-1"}),
    ],
)
def test_an_operation_gets_what_it_asks_for(
    case: Case, method: str, proof: dict[str, str]
) -> None:
    """Of a client that has every credential: the API's, its own, or none."""
    assert proof == ask(case, method, **ALL)


@pytest.mark.parametrize(
    ("method", "credentials", "proof"),
    [
        ("boxes.replace", {"session": "s"}, {"cookie": "session=s"}),
        (
            "boxes.delete",
            {"session": "s", "app_id": "i"},
            {"cookie": "session=s", "query": "app%20id=i"},
        ),
        ("status.report", {}, {}),
    ],
)
def test_the_next_alternative_stands_for_what_is_missing(
    case: Case, method: str, credentials: dict[str, str], proof: dict[str, str]
) -> None:
    """As a whole; where nothing is one of them, nothing will do."""
    assert proof == ask(case, method, **credentials)


@pytest.mark.parametrize(
    ("method", "credentials", "message"),
    [
        ("boxes.list", {"session": "s"}, r"needs bearer \(.*CASE_SECURITY_BEARER_TO"),
        ("boxes.create", {"app_id": "i"}, r"needs appId \(.*\) and appKey \("),
        ("boxes.delete", {"session": "s"}, r"gnap \(.*\), or session \(.*\) and appId"),
    ],
)
def test_half_a_requirement_is_none(
    case: Case, method: str, credentials: dict[str, str], message: str
) -> None:
    """The error lists what would do, and nothing is sent."""
    with pytest.raises(case.package.errors.MissingCredentials, match=message):
        ask(case, method, **credentials)

    assert "http://nobody.asked" == str(case.request.url)


def test_a_credential_may_be_in_the_environment(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which is read at each call; an argument wins over it."""
    monkeypatch.setenv("CASE_SECURITY_BEARER_TOKEN", "from-env")

    assert {"authorization": "Bearer from-env"} == ask(case, "boxes.list")
    assert {"authorization": "Bearer t"} == ask(case, "boxes.list", bearer_token="t")  # noqa: S106


def test_a_function_is_asked_at_each_call(case: Case) -> None:
    """For what is renewed elsewhere."""
    tokens = iter(["one", "two"])
    client = case.connect(bearer_token=lambda: next(tokens))
    client.boxes.list()
    first = sent(case.request)
    client.boxes.list()

    assert ["Bearer one", "Bearer two"] == [
        first["authorization"],
        sent(case.request)["authorization"],
    ]


def test_the_async_client_takes_async_functions(case: Case) -> None:
    """For any of its credentials."""
    requests: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        requests.append(request)
        return httpx2.Response(204)

    def later(secret: str) -> Callable[[], Any]:
        async def get() -> str:
            await asyncio.sleep(0)
            return secret

        return get

    async def main() -> None:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
        async with case.package.AsyncClient(
            app_id=later("i"), app_key=later("k"), http_client=http
        ) as client:
            await client.boxes.create()

    asyncio.run(main())

    assert [{"key": "k", "query": "app%20id=i"}] == [*map(sent, requests)]


def test_a_header_of_the_caller_stands_for_its_scheme(case: Case) -> None:
    """Whoever signs requests by other means needs no credential here."""
    client = case.connect()
    client.boxes.list(request_options={"headers": {"Authorization": "Own x"}})

    assert {"authorization": "Own x"} == sent(case.request)


def test_what_is_unusual_is_said_where_it_is_asked_for(case: Case) -> None:
    """Who has the usual credential needs to read nothing."""
    docs = case.docs("resources/boxes")

    assert "`POST /boxes` Needs `app_id` and `app_key` of the client." in docs
    assert "Needs `gnap`, or `session` and `app_id` of the client." in docs
    assert 2 == docs.count("Needs")
