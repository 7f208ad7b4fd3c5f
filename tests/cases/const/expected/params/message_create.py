"""What `client.messages.create` accepts."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypedDict


class MessageCreateParams(TypedDict):
    """What `client.messages.create` accepts."""

    kind: Literal["message"]

    version: Literal[2]

    urgent: Literal[False]

    factor: float

    parent: None

    dialect: NotRequired[Literal["plain"] | None]

    first: NotRequired[Literal[1] | None]

    flags: NotRequired[Sequence[Any] | None]

    origin: NotRequired[Mapping[str, Any] | None]
