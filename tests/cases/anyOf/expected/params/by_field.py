"""By field."""

from typing import Literal, TypeAlias, TypedDict

ByFieldByParam: TypeAlias = Literal["title", "author"]


class ByFieldParam(TypedDict):
    """By field."""

    by: ByFieldByParam
