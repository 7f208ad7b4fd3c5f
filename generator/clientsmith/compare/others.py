"""What classes hold that has no name: of one type, anything, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.surface import Anything, Record, Type, spelled_apart

from .changes import Change, Judged, breaks, fits
from .fitting import Fitting
from .given import NARROWED, WIDENED
from .read import judge_read
from .spots import Spot

_NONE_LEFT = breaks("code that looks for it finds nothing", unseen=True)
_NONE_BEFORE = fits("there was nothing that code could use")


def others_read(
    spot: Spot, old: Record, new: Record, read: Fitting
) -> Iterator[Change]:
    """Compare it where it is received."""
    before, after = _type(old), _type(new)
    if _is_looked_at(old, new) and not read.are_same(after, before):
        judged = judge_read(before, after, read)
        if _is_nothing(old):
            judged = _NONE_BEFORE
        elif _is_nothing(new):
            judged = _NONE_LEFT
        yield _said(spot, judged, old, new)


def others_given(
    spot: Spot, old: Record, new: Record, given: Fitting
) -> Iterator[Change]:
    """Compare it where callers give it."""
    before, after = _type(old), _type(new)
    if _is_looked_at(old, new) and not given.are_same(before, after):
        is_fine = given.fits(before, after) and not _is_nothing(new)
        judged = WIDENED if is_fine or _is_nothing(old) else NARROWED
        yield _said(spot, judged, old, new)


def _is_looked_at(old: Record, new: Record) -> bool:
    """Tell whether one has a type: which names there may be is not looked at."""
    return any(one.others for one in (old, new))


def _is_nothing(one: Record) -> bool:
    return one.closed and one.others is None


def _type(one: Record) -> Type:
    return one.others or Anything()


def _said(spot: Spot, judged: Judged, old: Record, new: Record) -> Change:
    told = spelled_apart(_type(old), _type(new))
    before, after = (
        "nothing" if _is_nothing(one) else text
        for one, text in zip((old, new), told, strict=True)
    )
    place = Spot("attribute", f"{spot.old}.*", f"{spot.new}.*", spot.at, spot.now_at)
    return place.says("type", judged, before, after)
