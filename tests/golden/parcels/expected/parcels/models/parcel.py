"""Parcel."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime.models import Model
from .._runtime.text_types import datetime

ParcelStatus: TypeAlias = Literal["waiting", "moving", "delivered"] | str


class Parcel(Model):
    """Parcel."""

    id: str

    status: ParcelStatus

    sent_at: Annotated[datetime.datetime | None, Field(alias="sentAt")] = None
