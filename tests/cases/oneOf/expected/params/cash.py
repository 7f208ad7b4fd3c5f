"""Cash."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

CashTypeParam: TypeAlias = Literal["cash", "coins"]


class CashParam(TypedDict):
    """Cash."""

    change: NotRequired[float]

    type: NotRequired[CashTypeParam]
