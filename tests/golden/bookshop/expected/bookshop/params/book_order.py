"""Book order."""

from typing import Literal, TypeAlias

BookOrderParam: TypeAlias = Literal["newest", "price", "title"]
