"""What is sent where nothing of a body is given: nothing at all, or an empty object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from clientsmith.surface import Method, Overload

from .changes import Change, breaks, fits
from .spots import Spot

_EMPTY: Final = fits("code stays as it is; without arguments, an empty body is sent")
_NOTHING: Final = fits("code stays as it is; without arguments, no body is sent")
_REFUSED: Final = breaks("without arguments, the server refuses the call", unseen=True)
_CHOICES: Final = frozenset({"any_of", "one_of", "required"})
_ASKS: Final = "Requires "


def empty_bodies(spot: Spot, old: Method, new: Method) -> Iterator[Change]:
    """Compare whether a call that gives nothing of a body sends one."""
    is_either = all(
        one.body and any(map(_may_be_empty, one.overloads)) for one in (old, new)
    )
    if not is_either or old.body == new.body:
        return
    if new.body == "optional":
        yield spot.says("required", _NOTHING, old.body, new.body)
        return
    refuses = not any(map(_takes_nothing, new.overloads))
    yield spot.says("required", _REFUSED if refuses else _EMPTY, old.body, new.body)


def _may_be_empty(one: Overload) -> bool:
    """Tell whether nothing of a body has to be given."""
    return not any(
        each.required and each.wire.startswith("body.") for each in one.parameters
    )


def _takes_nothing(one: Overload) -> bool:
    """Tell whether an object without properties is fine."""
    limits = dict(one.limits)
    asks = [
        each
        for each in json.loads(limits.get("others", "[]"))
        if each.startswith(_ASKS)
    ]
    least = float(limits.get("min_properties", 0))
    return _may_be_empty(one) and not (asks or least > 0 or limits.keys() & _CHOICES)
