"""Shape input."""

from typing import TypeAlias

from .._runtime.models import Unknown
from ..models.round import Round
from ..models.square import Square
from .round import RoundParam
from .square import SquareParam

ShapeParam: TypeAlias = Round | RoundParam | Square | SquareParam | Unknown
