"""Transfer."""

from typing import TypedDict


class TransferParam(TypedDict):
    """Transfer."""

    iban: str
