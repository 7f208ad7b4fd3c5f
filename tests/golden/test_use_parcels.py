"""The parcels package receives what its API sends, on a server that it is sent to."""

from __future__ import annotations

import json
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any
from urllib.error import HTTPError

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

PARCEL = {"id": "p1", "status": "moving"}
LOST = json.dumps({"action": "stolen", "parcel": PARCEL}).encode()
KEY = "of both sides"


@pytest.fixture(scope="module")
def parcels(use: Callable[[str], ModuleType]) -> ModuleType:
    """Import the package."""
    return use("parcels")


@pytest.fixture(scope="module")
def webhooks(parcels: ModuleType) -> Any:
    """Import what receives."""
    return parcels.webhooks


@contextmanager
def receiving(parcels: ModuleType, events: list[Any]) -> Iterator[str]:
    """Serve on loopback what verifies and keeps what it is sent."""
    hooks = parcels.webhooks.Webhooks(KEY)

    async def receive(request: Request) -> Response:
        try:
            events.append(hooks.parse(await request.body(), request.headers))
        except parcels.errors.WebhookVerificationError as error:
            return Response(str(error), 400)
        return Response(status_code=204)

    app = Starlette(routes=[Route("/hooks", receive, methods=["POST"])])
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}/hooks"
    finally:
        server.should_exit = True
        thread.join()


def post(url: str, body: bytes, headers: dict[str, str]) -> int:
    """Send a webhook as the API does."""
    asked = urllib.request.Request(url, body, headers)  # noqa: S310 - on loopback
    try:
        with urllib.request.urlopen(asked) as answer:  # noqa: S310 - on loopback
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_a_server_receives_what_is_signed_and_nothing_else(
    parcels: ModuleType, webhooks: Any
) -> None:
    """The body as it arrived, and headers as a framework has them."""
    signed = webhooks.sign(LOST, secret=KEY)
    event = {"Parcels-Event": "parcel"}
    old = webhooks.sign(LOST, secret=KEY, timestamp=time.time() - 61)
    forged = webhooks.sign(LOST, secret="of somebody else")
    received: list[Any] = []
    with receiving(parcels, received) as url:
        answers = [
            post(url, LOST, {**signed, **event}),
            post(url, LOST + b" ", {**signed, **event}),
            post(url, LOST, {**old, **event}),
            post(url, LOST, {**forged, **event}),
            post(url, LOST, event),
        ]

    assert [204, 400, 400, 400, 400] == answers
    assert [parcels.models.ParcelLost] == [type(each) for each in received]
    assert "stolen" == received[0].action


@pytest.mark.parametrize(
    ("event", "payload", "kind"),
    [
        ("parcel", b'{"action":"delivered","parcel":{}}', "ParcelDeliveredEvent"),
        ("parcel", LOST, "ParcelLost"),
        ("Parcel", LOST, "ParcelLost"),
        ("parcel", b'{"action":"eaten"}', "Unknown"),
        ("depot-closed", b'["d1"]', "list"),
        ("depot_closed", b'["d1"]', "list"),
        ("label-printed", b"%PDF", "bytes"),
        ("depot-opened", b"{}", "Unknown"),
    ],
)
def test_an_event_has_the_class_that_header_and_property_say(
    webhooks: Any, event: str, payload: bytes, kind: str
) -> None:
    """What nobody has described is kept whole."""
    found = webhooks.parse(payload, {"parcels-event": event}, verify=False)

    assert kind == type(found).__name__


def test_each_callback_has_a_function(webhooks: Any) -> None:
    """Named after its operation where several have one of that name."""
    moved, again, asked = (
        webhooks.parse_parcels_create_status_changed,
        webhooks.parse_returns_create_status_changed,
        webhooks.parse_price_asked,
    )
    body = json.dumps(PARCEL)
    prices = json.dumps([{"service": "fast", "cents": 500}])

    assert "letter" == webhooks.parse_moved('"letter"', verify=False)
    assert "p1" == webhooks.parse_moved(body, verify=False).id
    assert "moving" == moved(body, verify=False).status
    assert "p1" == again(body, webhooks.sign(body, secret=KEY), secret=KEY).id
    assert [500] == [one.cents for one in asked(prices, verify=False)]


def test_an_operation_says_what_reads_its_callbacks(parcels: ModuleType) -> None:
    """Where somebody looks who calls it."""
    docs = str(parcels.Client().parcels.create.__doc__)

    assert "webhooks.parse_price_asked" in docs


def test_what_is_to_be_answered_has_a_type(parcels: ModuleType) -> None:
    """It is sent, as the body of a request is."""
    answer = parcels.params.PriceAskedCallbackResponseParam

    assert {"service"} == answer.__required_keys__


def test_the_union_of_all_events_is_imported_when_it_is_used(webhooks: Any) -> None:
    """It needs every class; receiving one event needs one."""
    assert "WebhookEvent" in dir(webhooks)
    assert "Unknown" in str(webhooks.WebhookEvent)


def test_secrets_come_from_the_environment(
    parcels: ModuleType, webhooks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without one, nothing is read."""
    event = {"Parcels-Event": "parcel"}
    monkeypatch.delenv("PARCELS_WEBHOOK_SECRET", raising=False)
    with pytest.raises(parcels.errors.MissingCredentials):
        webhooks.parse(LOST, event)
    monkeypatch.setenv("PARCELS_WEBHOOK_SECRET", KEY)

    found = webhooks.parse(LOST, {**webhooks.sign(LOST), **event})

    assert isinstance(found, parcels.models.ParcelLost)
