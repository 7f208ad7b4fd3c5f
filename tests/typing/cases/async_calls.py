"""The same with `await`, and what is said where it was forgotten."""

from typing import assert_type

from fastrouter import AsyncClient, AsyncStream, Client, Response
from fastrouter.models import ChatCompletion, ChatCompletionChunk

client = AsyncClient(api_key="key")
blocking = Client(api_key="key")


async def right() -> None:
    """Await calls, and iterate streams with `async for`."""
    completion = await client.chat.completions.create(model="m", messages=[])
    assert_type(completion, ChatCompletion)

    async with client.chat.completions.create_stream(model="m", messages=[]) as chunks:
        assert_type(chunks, AsyncStream[ChatCompletionChunk])
        async for chunk in chunks:
            assert_type(chunk, ChatCompletionChunk)

    request = client.chat.completions.requests.create(model="m", messages=[])
    assert_type(await client.send(request), Response[ChatCompletion])


async def wrong() -> None:
    """Forget that there are two clients."""
    # mypy says: "Coroutine[Any, Any, ChatCompletion]" has no attribute "id"
    # pyright says: Cannot access attribute "id" for class "CoroutineType
    # pyright says: Type of "id" is unknown
    assert client.chat.completions.create(model="m", messages=[]).id

    # mypy says: "AsyncStream[ChatCompletionChunk]" has no attribute "__iter__"
    # pyright says: "AsyncStream[ChatCompletionChunk]" is not iterable
    # pyright says: Type of "one" is unknown
    for one in client.chat.completions.create_stream(model="m", messages=[]):
        del one

    # mypy says: "Stream[ChatCompletionChunk]" has no attribute "__aiter__"
    # pyright says: "Stream[ChatCompletionChunk]" is not iterable
    # pyright says: Type of "two" is unknown
    async for two in blocking.chat.completions.create_stream(model="m", messages=[]):
        del two
