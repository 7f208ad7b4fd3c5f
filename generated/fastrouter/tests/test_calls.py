"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import TypeAlias

from fastrouter import models
from fastrouter._runtime.to_json import to_json
from fastrouter.testing import FakeApi, make

JSON: TypeAlias = (
    "None | bool | int | float | str | bytes | list[JSON] | dict[str, JSON]"
)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_chat_completions_create() -> None:
    expected = make(models.ChatCompletion)
    fake = FakeApi()
    fake.chat.completions.create.returns(expected)
    client = fake.client

    answer = client.chat.completions.create(
        model="openai/gpt-5.1",
        messages=[{"role": "user", "content": "Why is the sky blue?"}],
    )

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "POST /api/v1/chat/completions"
    assert (
        call.json.items()
        >= {
            "model": "openai/gpt-5.1",
            "messages": [{"role": "user", "content": "Why is the sky blue?"}],
        }.items()
    )


def test_chat_completions_create_stream() -> None:
    expected = [make(models.ChatCompletionChunk), make(models.ChatCompletionChunk)]
    fake = FakeApi()
    fake.chat.completions.create_stream.streams(expected)
    client = fake.client

    with client.chat.completions.create_stream(
        model="openai/gpt-5.1",
        messages=[{"role": "user", "content": "Why is the sky blue?"}],
    ) as events:
        received = [wire(event) for event in events]

    (call,) = fake.calls
    assert received == wire(expected)
    assert call.line == "POST /api/v1/chat/completions"
    assert (
        call.json.items()
        >= {
            "model": "openai/gpt-5.1",
            "messages": [{"role": "user", "content": "Why is the sky blue?"}],
        }.items()
    )
