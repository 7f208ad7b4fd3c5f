"""Parts of `Search`."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

from .._runtime.models import Unknown
from ..models.by_field import ByField
from ..models.by_score import ByScore
from .by_field import ByFieldParam
from .by_score import ByScoreParam


class SearchContactParam(TypedDict):
    """Search contact. Requires `email` or `phone`."""

    email: NotRequired[str]

    phone: NotRequired[str]


SearchModelParam: TypeAlias = Literal["small", "large"]

SearchOrderValueParam: TypeAlias = Literal["newest", "oldest"]

SearchOrderParam: TypeAlias = (
    SearchOrderValueParam | ByField | ByFieldParam | ByScore | ByScoreParam | Unknown
)
