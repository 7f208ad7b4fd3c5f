"""What `client.shapes.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict
from uuid import UUID

from ..models.circle import Circle
from ..models.shape import ShapeSpotAngle, ShapeSpotRequiredX
from ..models.square import Square
from .circle import CircleParam
from .shape import (
    ShapeLevelParam,
    ShapePaidParam,
    ShapeSpotAngleParam,
    ShapeSpotRequiredXParam,
    ShapeStyleParam,
)
from .square import SquareParam


class ShapeCreateParams(TypedDict):
    """What `client.shapes.create` accepts."""

    id: int | UUID | str

    area: Circle | CircleParam | Square | SquareParam

    code: NotRequired[str | None]

    label: NotRequired[str | None]

    level: NotRequired[ShapeLevelParam | None]

    nested: NotRequired[Circle | CircleParam | str | Sequence[int] | None]

    only: NotRequired[Circle | CircleParam | None]

    paid: NotRequired[ShapePaidParam | None]

    spot: NotRequired[
        ShapeSpotRequiredX
        | ShapeSpotRequiredXParam
        | ShapeSpotAngle
        | ShapeSpotAngleParam
        | None
    ]

    style: NotRequired[ShapeStyleParam | None]

    twice: NotRequired[str | None]
