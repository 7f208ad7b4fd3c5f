"""Zoo."""

from __future__ import annotations

from .._runtime.models import Model
from .animal import Animal


class Zoo(Model):
    """Zoo."""

    star: Animal

    animals: list[Animal] | None = None
