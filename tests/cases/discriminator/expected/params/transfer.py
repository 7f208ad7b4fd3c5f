"""Transfer."""

from typing import TypedDict


class TransferParam(TypedDict):
    """Transfer."""

    kind: str

    iban: str
