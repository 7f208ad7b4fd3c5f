"""Container."""

from typing import Literal, NotRequired, TypedDict

from ..models.seal import Seal
from .seal import SealParam


class ContainerParam(TypedDict):
    """Container."""

    kind: Literal["box"]

    number: str

    seal: NotRequired[Seal | SealParam]
