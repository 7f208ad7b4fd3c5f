"""Container."""

from typing import NotRequired, TypedDict

from ..models.seal import Seal
from .seal import SealParam


class ContainerParam(TypedDict):
    """Container."""

    kind: str

    number: str

    seal: NotRequired[Seal | SealParam]
