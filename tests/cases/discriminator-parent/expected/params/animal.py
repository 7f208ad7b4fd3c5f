"""`AnimalParam`, `BirdParam`, `CatParam` and `ParrotParam`, which refer to each
other.
"""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict

from typing_extensions import TypeAliasType

from .._runtime.models import Unknown
from ..models.animal import BaseAnimal, Bird, Cat, Parrot

AnimalParam = TypeAliasType(
    "AnimalParam",
    "Bird | BirdParam | Cat | CatParam | Parrot | ParrotParam | BaseAnimal | BaseAnimalParam | Unknown",
)


class BirdParam(TypedDict):
    """Bird."""

    species: Literal["Bird"]

    name: str

    mother: NotRequired[AnimalParam]

    wings: NotRequired[int]


class CatParam(TypedDict):
    """Cat."""

    species: Literal["cat"]

    name: str

    lives: int

    mother: NotRequired[AnimalParam]


class ParrotParam(TypedDict):
    """Parrot."""

    species: Literal["Parrot"]

    name: str

    mother: NotRequired[AnimalParam]

    wings: NotRequired[int]

    words: NotRequired[Sequence[str]]


class BaseAnimalParam(TypedDict):
    """Base animal."""

    species: Literal["animal"]

    name: str

    mother: NotRequired[AnimalParam]
