"""Clients, models, errors and requests as values: copied, pickled, shown."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from fastrouter import AsyncClient, Client, RetryPolicy, errors
from fastrouter._runtime.to_json import to_json
from fastrouter.models import (
    ChatMessage,
    ErrorBody,
    ErrorDetail,
    ImagePart,
    ImageUrl,
    TextPart,
)

KEY = "sk-live-0123456789"
MESSAGE = ChatMessage(
    role="user",
    content=[
        TextPart(text="What is this?"),
        ImagePart(image_url=ImageUrl(url="https://pictures.example/1.png")),
    ],
)
ERROR = errors.RateLimitError(
    "Slow down",
    status=429,
    headers={"retry-after": "30"},
    body=ErrorBody(error=ErrorDetail(message="Slow down")),
    content=b"{}",
    request_id="r-1",
    attempts=3,
    retry_after=30.0,
)


def pickled(value: Any) -> Any:
    """Pickle a value and read it again."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - made here


COPIES = [pickled, copy.copy, copy.deepcopy]


@pytest.mark.parametrize("again", COPIES)
def test_models_survive_copies(again: Any) -> None:
    """With the parts they hold."""
    assert again(MESSAGE) == MESSAGE


@pytest.mark.parametrize("again", COPIES)
def test_errors_survive_copies(again: Any) -> None:
    """With all that is known about them."""
    error = again(ERROR)

    assert type(error) is errors.RateLimitError
    assert vars(ERROR) == vars(error)
    assert str(error) == "429: Slow down (request id r-1)"


@pytest.mark.parametrize("again", COPIES)
@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_clients_survive_copies(again: Any, kind: Any) -> None:
    """With their key and options; each has connections of its own."""
    client = kind(api_key=KEY, base_url="https://router.example", retry=RetryPolicy())
    _ = client.chat.completions
    twin = again(client)

    assert repr(client) == repr(twin)
    assert twin.chat.completions is not client.chat.completions
    assert twin._schemes["bearerAuth"].credential().secret == KEY


@pytest.mark.parametrize("again", COPIES)
def test_requests_survive_copies(again: Any) -> None:
    """They can be queued, and sent by another process."""
    request = Client(api_key=KEY).chat.completions.requests.create(
        model="m", messages=[MESSAGE]
    )

    assert again(request) == request


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_a_client_never_shows_its_key(kind: Any) -> None:
    """Neither by itself nor through what it holds."""
    client = kind(api_key=KEY)
    resource = client.chat.completions

    assert KEY not in f"{client!r} {vars(client)} {resource!r} {vars(resource)}"
    assert repr(client) == f"<{kind.__name__} of fastrouter: https://api.fastrouter.ai>"


def test_a_message_goes_back_as_it_came() -> None:
    """With properties and parts that the description does not know."""
    received = {
        "role": "narrator",
        "content": [{"type": "hologram", "url": "x", "depth": 3}],
        "mood": None,
    }

    assert to_json(received) == to_json(ChatMessage.model_validate(received))


def test_a_message_without_content_says_so() -> None:
    """Null is what the description asks for where only tools are called."""
    message = ChatMessage(role="assistant", content=None)

    assert to_json(message) == b'{"role":"assistant","content":null}'
