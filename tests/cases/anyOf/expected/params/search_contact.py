"""Search contact."""

from typing import Literal, NotRequired, TypeAlias, TypedDict


class SearchContactParam(TypedDict):
    """Search contact."""

    email: NotRequired[str]

    phone: NotRequired[str]


SearchModelParam: TypeAlias = Literal["small", "large"]
