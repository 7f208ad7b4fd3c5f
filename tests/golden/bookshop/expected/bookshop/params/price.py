"""Price."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

PriceCurrencyParam: TypeAlias = Literal["EUR", "GBP", "USD"]


class PriceParam(TypedDict):
    """Price."""

    isbn: str

    amount: float

    currency: NotRequired[PriceCurrencyParam]
