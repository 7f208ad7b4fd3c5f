"""Receipt V2."""

from typing import Literal, NotRequired, TypedDict


class ReceiptV2Param(TypedDict):
    """Receipt V2."""

    version: Literal[2]

    at: NotRequired[str]
