"""Parcel lost."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model
from .parcel import Parcel

ParcelLostAction: TypeAlias = Literal["lost", "stolen"] | str


class ParcelLost(Model):
    """Parcel lost."""

    action: ParcelLostAction

    parcel: Parcel
