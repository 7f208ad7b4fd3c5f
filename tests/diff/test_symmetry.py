"""What holds for any two packages: the same differs in nothing, and there and back."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clientsmith.compare import Change, bump, compare
from clientsmith.load import JSON
from clientsmith.surface import Surface
from diff.editing import shop, shop_surface, surface
from diff.edits import EDITS, edited
from diff.random_descriptions import descriptions

_BACK = {"added": "removed", "removed": "added"}
_ALL = range(-1, len(EDITS))


@cache
def surface_of_edit(index: int) -> Surface:
    """Say what callers see after an edit; of -1, before all of them."""
    return surface(edited(shop(), EDITS[index])) if index >= 0 else shop_surface()


def there(changes: tuple[Change, ...]) -> set[Any]:
    """List changes without what they mean."""
    return {
        (one.action, one.subject, one.aspect, one.before, one.after) for one in changes
    }


def back(changes: tuple[Change, ...]) -> set[Any]:
    """List changes as they are seen from the newer package."""
    return {
        (
            _BACK.get(one.action, one.action),
            one.subject,
            one.aspect,
            one.after,
            one.before,
        )
        for one in changes
    }


@given(st.sampled_from(_ALL))
@settings(max_examples=40)
def test_a_package_differs_from_itself_in_nothing(index: int) -> None:
    """Also from one that is compiled again."""
    again = surface(edited(shop(), EDITS[index])) if index >= 0 else surface(shop())
    changes = compare(surface_of_edit(index), again)

    assert () == changes
    assert bump(changes) == "none"


@given(st.sampled_from(_ALL), st.sampled_from(_ALL))
@settings(max_examples=150)
@example(-1, 0)
def test_the_way_back_is_the_mirror_image(one: int, other: int) -> None:
    """What was added is removed, and what was before is after."""
    first, second = surface_of_edit(one), surface_of_edit(other)

    assert there(compare(first, second)) == back(compare(second, first))


@given(descriptions(), descriptions())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_way_back_between_any_two_descriptions_is_the_mirror_image(
    one: JSON, other: JSON
) -> None:
    """Whatever has become of a schema: a list, a text, an object or a choice."""
    first, second = surface(one), surface(other)

    assert there(compare(first, second)) == back(compare(second, first))
    assert () == compare(first, surface(one))


@given(st.sampled_from(_ALL), st.sampled_from(_ALL))
@settings(max_examples=60)
def test_changes_are_told_apart_and_listed_in_one_order(one: int, other: int) -> None:
    """Each has a fingerprint of its own, and a run lists what the last one did."""
    first, second = surface_of_edit(one), surface_of_edit(other)
    changes = compare(first, second)
    prints = [change.fingerprint for change in changes]

    assert len(prints) == len({*prints})
    assert [*changes] == [*compare(first, second)]


def test_a_fingerprint_survives_what_has_nothing_to_do_with_it() -> None:
    """An approval holds after a rebase: neither lines nor other changes matter."""
    edit = next(one for one in EDITS if one.name == "a parameter is removed")
    more = next(one for one in EDITS if one.name == "a webhook is added")
    alone = compare(shop_surface(), surface(edited(shop(), edit)))
    base = edited(shop(), more)
    moved = {"x-first": "something else", **base}
    rebased = compare(surface(moved), surface(edited(moved, edit)))

    assert [one.fingerprint for one in alone] == [one.fingerprint for one in rebased]
    assert alone
