"""What the methods of the shop accept; annotations are not postponed here."""

from typing import NotRequired, TypedDict


class PetCreateParams(TypedDict):
    """What `pets.create` accepts."""

    name: str
    kind: NotRequired[str | None]
    owner_name: NotRequired[str | None]
    limit: NotRequired[int | None]


class EditParams(TypedDict):
    """What `images.edit` accepts for a body of JSON."""

    prompt: NotRequired[str]
    images: list[str]


class EditPartsParams(TypedDict):
    """What it accepts for a body in parts."""

    prompt: NotRequired[str]
    image: bytes
