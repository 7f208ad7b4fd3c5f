"""Makes models for tests: `make(models.Pet, name=...)`."""

from __future__ import annotations

from .._runtime.making import Maker

make = Maker(
    texts={},
    tags={},
)
