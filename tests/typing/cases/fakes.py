"""Fakes of the API: what may be scripted, and what a checker says of anything else."""

from typing import assert_type

from fastrouter import Client, errors
from fastrouter.models import ChatCompletion, ChatCompletionChunk, Usage
from fastrouter.testing import (
    FakeApi,
    RecordedCall,
    Reply,
    Scripted,
    ScriptedStream,
    make,
)


def ask(client: Client) -> str:
    """Ask something, as code of users does."""
    return client.chat.completions.create(model="m", messages=[]).id


def answer(call: RecordedCall) -> ChatCompletion | Reply:
    """Answer a call."""
    model = str(call.json["model"])
    completion = ChatCompletion(id="", object="", created=0, model=model, choices=[])
    return completion if call.attempt else Reply(status=503)


fake = FakeApi(timeout=1, validation="strict")
create = fake.chat.completions.create
create_stream = fake.chat.completions.create_stream
assert_type(create, Scripted[ChatCompletion])
assert_type(create_stream, ScriptedStream[ChatCompletionChunk])
assert_type(fake.client, Client)
assert_type(create.calls, list[RecordedCall])
ask(fake.client)

completion = make(ChatCompletion, model="small")
chunk = make(ChatCompletionChunk)
assert_type(completion, ChatCompletion)
create.returns(completion).returns({"id": "a"}, status=200, headers={"a": "b"})
create.returns(b"not JSON", delay=0.5, cut_at=3).answers(answer)
create.raises(errors.RateLimitError, body={"error": {"message": "slow"}}).raises(503)
create_stream.streams([chunk, {"id": "a"}, b": ping\n\n"], pause=0.1, chunk_size=1)
create_stream.streams((), error=errors.StreamInterrupted).streams([chunk], error=429)
for cut in create_stream.cuts([chunk]):
    assert_type(cut, int)

# mypy says: Argument 1 to "returns" ... "Usage"; expected "ChatCompletion | Mapping
# pyright says: "Usage" cannot be assigned to parameter "value"
create.returns(make(Usage))

# mypy says: Argument 1 to "returns" ... "str"; expected "ChatCompletion | Mapping
# pyright says: "Literal['text']" cannot be assigned to parameter "value"
create.returns("text")

# mypy says: Unexpected keyword argument "dely" for "returns"
# pyright says: No parameter named "dely"
create.returns(completion, dely=1)

# mypy says: List item 0 has incompatible type "ChatCompletion"
# pyright says: "list[ChatCompletion]" cannot be assigned to parameter "events"
create_stream.streams([completion])

# mypy says: "ScriptedStream[ChatCompletionChunk]" has no attribute "returns"
# pyright says: Cannot access attribute "returns"
# pyright says: Type of "returns" is unknown
create_stream.returns(completion)

# mypy says: "FakeChatCompletions" has no attribute "crate"
# pyright says: Cannot access attribute "crate" for class "FakeChatCompletions"
# pyright says: Type of "crate" is unknown
# pyright says: Type of "raises" is unknown
fake.chat.completions.crate.raises(500)
