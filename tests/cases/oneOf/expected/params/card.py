"""Card."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

CardTypeParam: TypeAlias = Literal["card", "tap"]


class CardParam(TypedDict):
    """Card."""

    type: CardTypeParam

    name: NotRequired[str]
