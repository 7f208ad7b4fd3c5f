"""Calls that are right, with the types of what they give."""

from collections.abc import Sequence
from typing import assert_type

from fastrouter import Client, Response, RetryPolicy, Stream
from fastrouter._runtime.request import Request, StreamRequest
from fastrouter.models import (
    ChatCompletion,
    ChatCompletionChunk,
    ChatMessage,
    FinishReason,
    ImagePart,
    ImageUrl,
    TextPart,
    Tool,
)
from fastrouter.params import ChatMessageParam, ToolParam

client = Client(api_key="key", timeout=10, retry=RetryPolicy(max_retries=5))
Client(api_key=lambda: "a key that is fetched")
Client(base_url="https://router.example")

completion = client.chat.completions.create(
    model="m", messages=[{"role": "user", "content": "Why is the sky blue?"}]
)
assert_type(completion, ChatCompletion)
assert_type(completion.id, str)
assert_type(completion.choices[0].message, ChatMessage)
assert_type(completion.choices[0].finish_reason, FinishReason | None)

conversation = client.chat.completions.create(
    model="m",
    messages=[
        {"role": "system", "content": "Be brief."},
        completion.choices[0].message,
        ChatMessage(role="user", content=[TextPart(text="And now?")]),
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "What is this?"},
                ImagePart(image_url=ImageUrl(url="https://pictures.example/1.png")),
                {"type": "image_url", "image_url": {"url": "x", "detail": "low"}},
                {"type": "input_audio", "input_audio": {"data": "", "format": "wav"}},
                {"type": "video_url", "video_url": {"url": "x"}},
            ],
        },
        {"role": "tool", "content": "4", "tool_call_id": "call-1"},
    ],
    temperature=0.5,
    max_tokens=None,
    stop=["\n"],
    aspect_ratio="16:9",
    provider={"only": ["openai"], "allow_fallbacks": False},
    reasoning={"effort": "low"},
    tools=[{"type": "function", "function": {"name": "add", "parameters": {}}}],
    tool_choice={"type": "function", "function": {"name": "add"}},
    request_options={"deadline": 3, "headers": {"x-trace": "1"}, "max_retries": 0},
)
client.chat.completions.create(model="m", messages=(), stop="\n", tool_choice="auto")

with client.chat.completions.create_stream(model="m", messages=[]) as chunks:
    assert_type(chunks, Stream[ChatCompletionChunk])
    for chunk in chunks:
        assert_type(chunk, ChatCompletionChunk)
        assert_type(chunk.choices[0].delta.content, str | None)

for chunk in client.chat.completions.create_stream(model="m", messages=[]):
    assert_type(chunk, ChatCompletionChunk)

request = client.chat.completions.requests.create(model="m", messages=[])
assert_type(request, Request[ChatCompletion])
response = client.send(request, {"timeout": 5})
assert_type(response, Response[ChatCompletion])
assert_type(response.value, ChatCompletion)
assert_type(response.request_id, str | None)

streamed = client.chat.completions.requests.create_stream(model="m", messages=[])
assert_type(streamed, StreamRequest[ChatCompletionChunk])
assert_type(client.stream(streamed), Stream[ChatCompletionChunk])


def ask(messages: Sequence[ChatMessage | ChatMessageParam]) -> ChatCompletion:
    """Keep a conversation in a list of its own."""
    return client.chat.completions.create(model="m", messages=messages)


history: list[ChatMessage | ChatMessageParam] = [{"role": "user", "content": "Hello"}]
history.append(ask(history).choices[0].message)

dicts: list[ChatMessageParam] = [{"role": "user", "content": "Hello"}]
models: list[ChatMessage] = [completion.choices[0].message]
ask(dicts)
ask(models)
ask([*dicts, *models])

tools: list[ToolParam] = [{"type": "function", "function": {"name": "add"}}]
more_tools: list[Tool] = []
client.chat.completions.create(model="m", messages=dicts, tools=tools)
client.chat.completions.create(model="m", messages=dicts, tools=more_tools)
