"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import httpx2
from fastrouter import Client
from fastrouter._runtime.to_json import to_json

JSON: TypeAlias = (
    "None | bool | int | float | str | bytes | list[JSON] | dict[str, JSON]"
)


class Server:
    """Gives every request one answer, and remembers what was asked."""

    def __init__(self, status: int, content_type: str, answer: object) -> None:
        self._status = status
        self._headers = {"content-type": content_type}
        self._answer = answer
        self.method = ""
        self.line = ""
        self.query: dict[str, str] = {}
        self.headers: dict[str, str] = {}
        self.content = b""

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.method = request.method
        self.line = f"{request.method} {request.url.path}"
        self.query = dict(request.url.params)
        self.headers = dict(request.headers)
        self.content = request.read()
        answer = self._answer
        content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        return httpx2.Response(self._status, headers=self._headers, content=content)

    def body(self) -> Any:
        """Read the JSON that was sent."""
        return json.loads(self.content)

    def client(self) -> Client:
        """Return a client that asks this server."""
        options: Any = {
            "base_url": "http://test",
            "http_client": httpx2.Client(transport=httpx2.MockTransport(self)),
        }
        return Client(api_key="test", **options)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_chat_completions_create() -> None:
    expected: JSON = {
        "id": "id",
        "object": "object",
        "created": 1,
        "model": "model",
        "choices": [
            {
                "index": 1,
                "message": {
                    "role": "system",
                    "content": "content",
                    "name": "name",
                    "tool_call_id": "tool_call_id",
                    "tool_calls": [
                        {
                            "id": "id",
                            "type": "function",
                            "function": {"name": "name", "arguments": "arguments"},
                        }
                    ],
                },
                "finish_reason": "stop",
            }
        ],
        "usage": {
            "completion_tokens": 1,
            "cost": 1,
            "prompt_tokens": 1,
            "total_tokens": 1,
        },
    }
    server = Server(200, "application/json", expected)
    client = server.client()

    answer = client.chat.completions.create(
        model="openai/gpt-5.1",
        messages=[{"role": "user", "content": "Why is the sky blue?"}],
    )

    assert wire(answer) == expected
    assert server.line == "POST /api/v1/chat/completions"
    assert (
        server.body().items()
        >= {
            "model": "openai/gpt-5.1",
            "messages": [{"role": "user", "content": "Why is the sky blue?"}],
        }.items()
    )


def test_chat_completions_create_stream() -> None:
    expected: JSON = [
        {
            "id": "id",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "model",
            "choices": [
                {
                    "index": 1,
                    "delta": {
                        "content": "content",
                        "reasoning": "reasoning",
                        "role": "system",
                        "tool_calls": [{"index": 1}],
                    },
                    "finish_reason": "stop",
                }
            ],
            "usage": {
                "completion_tokens": 1,
                "cost": 1,
                "prompt_tokens": 1,
                "total_tokens": 1,
            },
        },
        {
            "id": "id",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "model",
            "choices": [
                {
                    "index": 1,
                    "delta": {
                        "content": "content",
                        "reasoning": "reasoning",
                        "role": "system",
                        "tool_calls": [{"index": 1}],
                    },
                    "finish_reason": "stop",
                }
            ],
            "usage": {
                "completion_tokens": 1,
                "cost": 1,
                "prompt_tokens": 1,
                "total_tokens": 1,
            },
        },
    ]
    server = Server(
        200,
        "text/event-stream",
        b'data: {"id": "id", "object": "chat.completion.chunk", "created": 1, "model": "model", "choices": [{"index": 1, "delta": {"content": "content", "reasoning": "reasoning", "role": "system", "tool_calls": [{"index": 1}]}, "finish_reason": "stop"}], "usage": {"completion_tokens": 1, "cost": 1, "prompt_tokens": 1, "total_tokens": 1}}\n\ndata: {"id": "id", "object": "chat.completion.chunk", "created": 1, "model": "model", "choices": [{"index": 1, "delta": {"content": "content", "reasoning": "reasoning", "role": "system", "tool_calls": [{"index": 1}]}, "finish_reason": "stop"}], "usage": {"completion_tokens": 1, "cost": 1, "prompt_tokens": 1, "total_tokens": 1}}\n\ndata: [DONE]\n\n',
    )
    client = server.client()

    with client.chat.completions.create_stream(
        model="openai/gpt-5.1",
        messages=[{"role": "user", "content": "Why is the sky blue?"}],
    ) as events:
        received = [wire(event) for event in events]

    assert received == expected
    assert server.line == "POST /api/v1/chat/completions"
    assert (
        server.body().items()
        >= {
            "model": "openai/gpt-5.1",
            "messages": [{"role": "user", "content": "Why is the sky blue?"}],
        }.items()
    )
