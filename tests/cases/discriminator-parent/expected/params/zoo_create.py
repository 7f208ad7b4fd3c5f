"""What `client.zoos.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .animal import AnimalParam


class ZooCreateParams(TypedDict):
    """What `client.zoos.create` accepts."""

    star: AnimalParam

    animals: NotRequired[Sequence[AnimalParam] | None]
