"""Parcel."""

from __future__ import annotations

from typing import Annotated

from .._runtime.asserts import Asserts
from .._runtime.models import Model


@Asserts(
    if_={"properties": {"kind": {"const": "heavy"}}}, then={"required": ["weight"]}
)
class Parcel(Model):
    """Parcel.

    If it fits `{"properties": {"kind": {"const": "heavy"}}}`, then
    `{"required": ["weight"]}`.
    """

    kind: str

    label: Annotated[
        str | None,
        Asserts(if_={"pattern": "^x"}, then={"minLength": 3}, else_={"maxLength": 9}),
    ] = None
    """If it fits `{"pattern": "^x"}`, then `{"minLength": 3}`, else
    `{"maxLength": 9}`.
    """

    weight: float | None = None
