"""Parts of `Item-Input`."""

from typing import Literal, NotRequired, TypeAlias, TypedDict


class ItemOriginParam(TypedDict):
    """Item input origin."""

    country: NotRequired[str]


ItemStateParam: TypeAlias = Literal["new", "used"]
