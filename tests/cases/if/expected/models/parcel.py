"""Parcel."""

from __future__ import annotations

from .._runtime.models import Model


class Parcel(Model):
    """Parcel.

    If it fits `{"properties": {"kind": {"const": "heavy"}}}`, then `{"required":
    ["weight"]}`.
    """

    kind: str

    label: str | None = None
    """If it fits `{"pattern": "^x"}`, then `{"minLength": 3}`, else
    `{"maxLength": 9}`.
    """

    weight: float | None = None
