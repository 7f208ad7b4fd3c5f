"""What `client.profiles.create` accepts."""

from typing import NotRequired, TypedDict


class ProfileCreateParams(TypedDict):
    """What `client.profiles.create` accepts."""

    name: str

    nickname: str | None

    website: str
    """Default: `"none"`."""

    bio: NotRequired[str | None]

    phone: NotRequired[str | None]
