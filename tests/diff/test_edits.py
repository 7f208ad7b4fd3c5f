"""What edits mean, one by one: the verdict that a careful maintainer would give."""

from __future__ import annotations

import pytest

from clientsmith.compare import Verdict, compare
from diff.editing import shop, shop_surface, shown, surface
from diff.edits import EDITS, Edit, edited

_GRAVEST = {"breaking": 0, "compatible": 1, "docs": 2}


def verdict_of(verdicts: set[Verdict]) -> str:
    """Return the gravest of some verdicts."""
    return min(verdicts, key=lambda one: _GRAVEST[one.value], default="none")


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_an_edit_has_the_verdict_of_a_careful_maintainer(edit: Edit) -> None:
    """The whole is as grave as its gravest change, where one expects that."""
    changes = compare(shop_surface(), surface(edited(shop(), edit)))

    assert edit.verdict == verdict_of({one.verdict for one in changes}), shown(changes)
    places = {one.place for one in changes if one.verdict.value == edit.verdict}
    assert edit.verdict == "none" or edit.place in places, shown(changes)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_what_breaks_says_whether_type_checkers_see_it(edit: Edit) -> None:
    """Somebody who relies on them has to know what they do not show."""
    changes = compare(shop_surface(), surface(edited(shop(), edit)))
    breaking = [one for one in changes if one.verdict is Verdict.BREAKING]

    assert edit.unseen == (bool(breaking) and all(one.unseen for one in breaking)), (
        shown(changes)
    )


def test_the_table_is_long_enough() -> None:
    """Each edit is there once, and there are many of all kinds."""
    names = [edit.name for edit in EDITS]
    counts = {
        verdict: sum(edit.verdict == verdict for edit in EDITS)
        for verdict in ("breaking", "compatible", "docs", "none")
    }

    assert len(names) == len({*names})
    assert counts["breaking"] > 40
    assert counts["compatible"] > 30
    assert counts["docs"] + counts["none"] > 8
