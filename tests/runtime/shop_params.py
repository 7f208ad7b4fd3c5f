"""What the methods of the shop accept; annotations are not postponed here."""

from typing import NotRequired, TypedDict


class PetCreateParams(TypedDict):
    """What `pets.create` accepts."""

    name: str
    kind: NotRequired[str | None]
    owner_name: NotRequired[str | None]
    limit: NotRequired[int | None]
