"""Parts of `Shape`."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

from .._runtime.models import Unknown
from ..models.card import Card
from ..models.cash import Cash
from ..models.shape import FilledShapeStyle, PlainShapeStyle
from ..models.voucher import Voucher
from .card import CardParam
from .cash import CashParam
from .voucher import VoucherParam

ShapeLevelParam: TypeAlias = Literal[1, 2]
"""- `1`: Low: Nobody waits.
- `2`: High
"""

ShapePaidParam: TypeAlias = (
    Cash | CashParam | Card | CardParam | Voucher | VoucherParam | Unknown
)


class ShapeSpotRequiredXParam(TypedDict):
    """Shape spot required x."""

    x: float


class ShapeSpotAngleParam(TypedDict):
    """Shape spot angle."""

    angle: float

    x: NotRequired[float]


class PlainShapeStyleParam(TypedDict):
    """Plain shape style."""

    kind: Literal["plain"]


class FilledShapeStyleParam(TypedDict):
    """Filled shape style."""

    kind: Literal["filled"]

    colour: str


ShapeStyleParam: TypeAlias = (
    PlainShapeStyle
    | PlainShapeStyleParam
    | FilledShapeStyle
    | FilledShapeStyleParam
    | Unknown
)
