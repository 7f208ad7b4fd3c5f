"""A page of anything is a page of songs where it is bound to them."""

from __future__ import annotations

from cases.using import Case

PAGE = {"items": [{"name": "a"}], "next": "b"}


def test_items_are_what_the_use_binds(case: Case) -> None:
    """And anything where nothing is bound: in what is sent."""
    page = case.client(PAGE).pages.create(items=[{"name": "a"}, 1])

    assert "SongPage" == type(page).__name__
    assert "Song" == type(page.items[0]).__name__
    assert PAGE == case.written(page)
