"""City."""

from __future__ import annotations

from .._runtime.models import Model


class CityMayor(Model):
    """City mayor."""

    name: str | None = None


class City(Model):
    """City."""

    name: str

    mayor: CityMayor | None = None

    population: int | None = None
