"""Names of the package that exist, and names that do not."""

from typing import assert_type

import fastrouter
from fastrouter import errors, models, params

assert_type(fastrouter.Client(api_key="key"), fastrouter.client.Client)
assert_type(fastrouter.__version__, str)
assert fastrouter.errors.RateLimitError is errors.RateLimitError
assert fastrouter.models.ChatMessage is models.ChatMessage
text: params.TextPartParam = {"type": "text", "text": "Hello"}

# mypy says: Module has no attribute "Clent"
# pyright says: "Clent" is not a known attribute of module
# pyright says: Type of "Clent" is unknown
assert fastrouter.Clent

# mypy says: Module has no attribute "ChatMesage"
# pyright says: "ChatMesage" is not a known attribute of module
# pyright says: Type of "ChatMesage" is unknown
assert models.ChatMesage

# mypy says: Module has no attribute "RateLimit"
# pyright says: "RateLimit" is not a known attribute of module
# pyright says: Type of "RateLimit" is unknown
assert errors.RateLimit
