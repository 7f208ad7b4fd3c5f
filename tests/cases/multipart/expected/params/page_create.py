"""What `client.pages.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.sources import FileInput
from ..models.place import Place
from .place import PlaceParam


class PageCreateParams(TypedDict):
    """What `client.pages.create` accepts."""

    title: str

    cover: FileInput
    """What is on the front."""

    caption: NotRequired[str | None]

    note: NotRequired[str | None]

    pictures: NotRequired[Sequence[FileInput] | None]

    place: NotRequired[Place | PlaceParam | None]

    scan: NotRequired[FileInput | None]

    signature: NotRequired[bytes | str | None]

    sizes: NotRequired[Sequence[int] | None]

    stops: NotRequired[Sequence[Place | PlaceParam] | None]

    tags: NotRequired[Sequence[str] | None]
