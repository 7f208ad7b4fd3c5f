"""Calls that are wrong, with what a checker says of them."""

from fastrouter import Client
from fastrouter.models import ChatMessage
from fastrouter.params import ChatMessageParam

client = Client(api_key="key")

# mypy says: Missing named argument "messages" for "create"
# pyright says: Argument missing for parameter "messages"
client.chat.completions.create(model="m")

# mypy says: Unexpected keyword argument "tempreature" ... did you mean "temperature"?
# pyright says: No parameter named "tempreature"
client.chat.completions.create(model="m", messages=[], tempreature=1)

# mypy says: incompatible type "str"; expected "float | None"
# pyright says: "Literal['hot']" cannot be assigned to parameter "temperature"
client.chat.completions.create(model="m", messages=[], temperature="hot")

# mypy says: incompatible type "Literal['7:7']"; expected "Literal['1:1', '2:3',
# pyright says: "Literal['7:7']" cannot be assigned to parameter "aspect_ratio"
client.chat.completions.create(model="m", messages=[], aspect_ratio="7:7")

# mypy says: "dict[str, str]"; expected "ChatMessage | ChatMessageParam"
# pyright says: "dict[str, str]" is not assignable to "ChatMessageParam"
client.chat.completions.create(model="m", messages=[{"role": "usr", "content": "x"}])

# mypy says: "dict[str, str]"; expected "ChatMessage | ChatMessageParam"
# pyright says: "dict[str, str]" is not assignable to "ChatMessageParam"
client.chat.completions.create(model="m", messages=[{"role": "user"}])

# mypy says: Argument "provider" ... "dict[str, int]"; expected "ProviderRoutingParam
# pyright says: "dict[str, int]" is not assignable to "ProviderRoutingParam"
client.chat.completions.create(model="m", messages=[], provider={"only": 1})

# mypy says: Argument "reasoning" ... expected "ReasoningOptionsParam
# pyright says: "dict[str, str]" is not assignable to "ReasoningOptionsParam"
client.chat.completions.create(model="m", messages=[], reasoning={"efort": "low"})

# mypy says: incompatible type "Literal['sometimes']"
# pyright says: "Literal['sometimes']" cannot be assigned
client.chat.completions.create(model="m", messages=[], tool_choice="sometimes")

# mypy says: Unexpected keyword argument "stream" for "create"
# pyright says: No parameter named "stream"
client.chat.completions.create(model="m", messages=[], stream=True)

# mypy says: Unexpected keyword argument "aspectRatio" for "create"
# pyright says: No parameter named "aspectRatio"
client.chat.completions.create(model="m", messages=[], aspectRatio="1:1")

# mypy says: Too many positional arguments for "create"
# mypy says: Missing named argument "model"
# mypy says: Missing named argument "messages"
# mypy says: Argument 1 to "create"
# pyright says: Expected 0 positional arguments
client.chat.completions.create("m")

# mypy says: Argument "request_options" to "create"
# pyright says: "dict[str, int]" is not assignable to "RequestOptions"
client.chat.completions.create(model="m", messages=[], request_options={"time_out": 3})

# mypy says: Unexpected keyword argument "time_out" ... did you mean "timeout"?
# pyright says: No parameter named "time_out"
Client(api_key="key", time_out=3)

# mypy says: Missing named argument "content" for "ChatMessage"
# pyright says: Argument missing for parameter "content"
ChatMessage(role="user")

# mypy says: Missing key "content" for TypedDict "ChatMessageParam"
# pyright says: "content" is required in "ChatMessageParam"
message: ChatMessageParam = {"role": "user"}

for chunk in client.chat.completions.create_stream(model="m", messages=[]):
    # mypy says: "Delta" has no attribute "contents"; maybe "content"?
    # pyright says: Cannot access attribute "contents" for class "Delta"
    # pyright says: Type of "contents" is unknown
    assert chunk.choices[0].delta.contents
