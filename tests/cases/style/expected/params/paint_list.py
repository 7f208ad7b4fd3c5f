"""What `client.paints.list` accepts."""

import datetime
from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict

from ..models.filter import Filter
from ..models.mix import Mix
from .filter import FilterParam
from .mix import MixParam
from .paint_color import PaintColorParam
from .paint_page import PaintPageParam


class PaintListParams(TypedDict):
    """What `client.paints.list` accepts."""

    color: NotRequired[Sequence[PaintColorParam] | None]

    ids: NotRequired[Sequence[int] | None]

    words: NotRequired[Sequence[str] | None]

    sizes: NotRequired[Sequence[float] | None]

    filter: NotRequired[Filter | FilterParam | None]

    page: NotRequired[PaintPageParam | None]

    since: NotRequired[datetime.datetime | str | None]

    back: NotRequired[str | None]

    dry: NotRequired[bool | Literal[""] | None]

    x_tags: NotRequired[Sequence[str] | None]

    x_mix: NotRequired[Mix | MixParam | None]

    session: NotRequired[str | None]

    seen: NotRequired[Sequence[int] | None]

    theme: NotRequired[str | None]
