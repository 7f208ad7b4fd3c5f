"""Shape."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.asserts import Asserts
from .._runtime.constants import Exact
from .._runtime.models import Model, Unknown
from .._runtime.tags import UNTAGGED, Tag, by_tag
from .._runtime.text_types import UUID
from .card import Card
from .cash import Cash
from .circle import Circle
from .square import Square
from .voucher import Voucher

ShapeLevel: TypeAlias = Annotated[Literal[1, 2], Exact] | int
"""- `1`: Low: Nobody waits.
- `2`: High
"""

ShapePaid: TypeAlias = Annotated[
    Annotated[Cash, Tag("cash")]
    | Annotated[Cash, Tag("coins")]
    | Annotated[Cash, UNTAGGED]
    | Annotated[Card, Tag("card")]
    | Annotated[Card | Voucher, Tag("tap")]
    | Annotated[Voucher, Tag("voucher")]
    | Annotated[Unknown, Tag("")],
    by_tag("type"),
]


class ShapeSpotRequiredX(Model):
    """Shape spot required x."""

    x: float


class ShapeSpotAngle(Model):
    """Shape spot angle."""

    angle: float

    x: float | None = None


class PlainShapeStyle(Model):
    """Plain shape style."""

    kind: Literal["plain"] = "plain"


class FilledShapeStyle(Model):
    """Filled shape style."""

    kind: Literal["filled"] = "filled"

    colour: str


ShapeStyle: TypeAlias = Annotated[
    Annotated[PlainShapeStyle, Tag("plain")]
    | Annotated[FilledShapeStyle, Tag("filled")]
    | Annotated[Unknown, Tag("")],
    by_tag("kind"),
]


class Shape(Model):
    """Shape."""

    id: int | UUID

    area: Circle | Square

    code: Annotated[
        str | None,
        Asserts(
            one_of=[
                {"type": "string", "pattern": "^a"},
                {"type": "string", "pattern": "z$"},
            ]
        ),
    ] = None

    label: str | None = None

    level: ShapeLevel | None = None

    nested: Circle | str | list[int] | None = None

    only: Circle | None = None

    paid: ShapePaid | None = None

    spot: ShapeSpotRequiredX | ShapeSpotAngle | None = None

    style: ShapeStyle | None = None

    twice: str | None = None
