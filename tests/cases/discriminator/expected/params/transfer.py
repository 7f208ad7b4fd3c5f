"""Transfer."""

from typing import Literal, TypedDict


class TransferParam(TypedDict):
    """Transfer."""

    kind: Literal["sepa", "Transfer"]

    iban: str
