"""Where the values came from that stand in place of a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientsmith.pointer import Pointer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .referral import Referral

_MOST = 50
"""How many inclusions one pointer may lead through."""


def included_from(referrals: Mapping[Pointer, Referral], pointer: Pointer) -> Pointer:
    """Return where a value was written that is shown in another place."""
    for _ in range(_MOST):
        origin = _origin(referrals, pointer)
        if origin is None:
            break
        pointer = origin
    return pointer


def _origin(referrals: Mapping[Pointer, Referral], pointer: Pointer) -> Pointer | None:
    for length in range(len(pointer.steps), -1, -1):
        place = Pointer(pointer.file, pointer.steps[:length])
        referral = referrals.get(place / "$ref")
        if referral is not None and referral.included and referral.target is not None:
            rest = pointer.steps[length:]
            if rest[:1] == ("$ref",) or (rest[:1] and rest[0] in referral.siblings):
                return None
            return Pointer(referral.target.file, (*referral.target.steps, *rest))
    return None
