"""`EffortParam`, `RootParam` and `SumParam`, which refer to each other."""

from collections.abc import Sequence
from typing import TypedDict

from typing_extensions import TypeAliasType

from ..models.effort import Root, Sum

EffortParam = TypeAliasType("EffortParam", "float | Sum | SumParam | Root | RootParam")


class SumParam(TypedDict):
    """Sum."""

    sum: Sequence[EffortParam]


class RootParam(TypedDict):
    """Root."""

    root: EffortParam
