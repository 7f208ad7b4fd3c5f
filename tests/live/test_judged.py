"""Every request that the description allows, judged by somebody else's validator."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from description import allowed, described, request_schema
from fastrouter import AsyncClient, Client, errors
from fastrouter.models import ChatMessage, Tool, ToolCall
from pydantic import TypeAdapter

PYTHON_NAMES: dict[str, str] = {"aspectRatio": "aspect_ratio"}
SELECTS_THE_STREAM = "stream"
WRONG: list[dict[str, Any]] = [
    {"temperature": "hot"},
    {"messages": [{"role": "nobody", "content": "x"}]},
    {"tools": [{"type": "function", "function": {}}]},
    {"aspectRatio": "7:7"},
    {"provider": {"only": "one"}},
    {"tool_choice": 3},
]

HEADERS = {"x-steady-stream-interval-ms": "1"}


def requests() -> list[dict[str, Any]]:
    """Make the arguments of every request."""
    document = described()
    bodies: Iterator[dict[str, Any]] = allowed(request_schema(document), document)
    return [
        {
            PYTHON_NAMES.get(name, name): value
            for name, value in body.items()
            if name != SELECTS_THE_STREAM
        }
        for body in bodies
    ]


class Verdicts(list[str]):
    """What the judge says of each request."""

    def note(self, response: httpx2.Response) -> None:
        """Note the verdict on one."""
        self.append(response.headers["x-steady-request-valid"])

    async def note_async(self, response: httpx2.Response) -> None:
        """Note the verdict on one."""
        self.note(response)


@pytest.fixture
def verdicts() -> Verdicts:
    """Return no verdicts yet."""
    return Verdicts()


@pytest.fixture
def client(judge: str, verdicts: Verdicts) -> Iterator[Client]:
    """Return a client whose every request is judged."""
    with httpx2.Client(event_hooks={"response": [verdicts.note]}) as http:
        yield Client(api_key="k", base_url=judge, http_client=http, headers=HEADERS)


def test_every_property_is_a_keyword() -> None:
    """Nothing that the description allows is out of reach of these tests."""
    keywords = inspect.signature(Client(api_key="k").chat.completions.create).parameters

    assert {"request_options", *requests()[-1]} == set(keywords)
    assert {"request_options", SELECTS_THE_STREAM}.isdisjoint(requests()[-1])


def test_every_request_is_valid(client: Client, verdicts: Verdicts) -> None:
    """With the blocking client, whole and streamed."""
    every = requests()
    for params in every:
        client.chat.completions.create(**params)
        assert list(client.chat.completions.create_stream(**params))

    assert ["true"] * 2 * len(every) == verdicts
    assert len(every) > len(requests()[-1])


def test_every_async_request_is_valid(judge: str, verdicts: Verdicts) -> None:
    """With the async client, whole and streamed."""
    every = requests()

    async def main() -> None:
        hooks: Any = {"response": [verdicts.note_async]}
        async with httpx2.AsyncClient(event_hooks=hooks) as http:
            client = AsyncClient(
                api_key="k", base_url=judge, http_client=http, headers=HEADERS
            )
            for params in every:
                await client.chat.completions.create(**params)
                stream = client.chat.completions.create_stream(**params)
                assert [chunk async for chunk in stream]

    asyncio.run(main())

    assert ["true"] * 2 * len(every) == verdicts


def test_models_may_stand_for_dicts(client: Client, verdicts: Verdicts) -> None:
    """Whole models, dicts that hold models, and both side by side."""
    everything = requests()[-1]
    messages: Any = everything["messages"]
    models = TypeAdapter(list[ChatMessage]).validate_python(messages)
    tools = TypeAdapter(list[Tool]).validate_python(everything["tools"])
    calls = TypeAdapter(list[ToolCall]).validate_python(messages[-1]["tool_calls"])
    mixed: Any = [
        {**message, "content": model.content}
        for message, model in zip(messages, models, strict=True)
    ]
    calling: Any = {"role": "assistant", "content": None, "tool_calls": calls}

    client.chat.completions.create(model="m", messages=models, tools=tools)
    client.chat.completions.create(model="m", messages=[*mixed, *models, calling])

    assert ["true"] * 2 == verdicts


def test_a_received_message_may_be_sent_back(
    client: Client, verdicts: Verdicts
) -> None:
    """A conversation goes on with what the server answered."""
    question: Any = {"role": "user", "content": "Why is the sky blue?"}
    first = client.chat.completions.create(model="m", messages=[question])
    message = first.choices[0].message

    client.chat.completions.create(model="m", messages=[question, message, question])

    assert ["true"] * 2 == verdicts


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: next(iter(wrong)))
def test_the_judge_is_awake(
    client: Client, verdicts: Verdicts, wrong: dict[str, object]
) -> None:
    """A wrong request is judged invalid, so that the other verdicts mean something."""
    with pytest.raises(errors.BadRequestError, match="Validation failed"):
        client.chat.completions.create(
            model="m",
            messages=[{"role": "user", "content": "x"}],
            request_options={"extra_body": wrong},
        )

    assert ["false"] == verdicts
