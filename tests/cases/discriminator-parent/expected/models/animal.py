"""`Animal`, `Bird`, `Cat` and `Parrot`, which refer to each other."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.models import Model, Unknown
from .._runtime.tags import Tag, by_tag


class Bird(Model):
    """Bird."""

    species: str

    name: str

    mother: Animal | None = None

    wings: int | None = None


class Cat(Model):
    """Cat."""

    species: str

    name: str

    lives: int

    mother: Animal | None = None


class Parrot(Model):
    """Parrot."""

    species: str

    name: str

    mother: Animal | None = None

    wings: int | None = None

    words: list[str] | None = None


class BaseAnimal(Model):
    """Base animal."""

    species: str

    name: str

    mother: Animal | None = None


Animal: TypeAlias = Annotated[
    Annotated[Bird, Tag("Bird")]
    | Annotated[Cat, Tag("cat")]
    | Annotated[Parrot, Tag("Parrot")]
    | Annotated[BaseAnimal, Tag("animal")]
    | Annotated[Unknown, Tag("")],
    by_tag("species"),
]
