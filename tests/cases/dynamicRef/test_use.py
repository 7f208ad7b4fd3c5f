"""What a dynamic reference leads to is decided elsewhere: it may be anything."""

from __future__ import annotations

from cases.using import Case

PAGE = {"items": [{"name": "a"}, 1], "next": "b"}


def test_items_are_kept(case: Case) -> None:
    """As they are."""
    page = case.client(PAGE).pages.create(items=[])

    assert [{"name": "a"}, 1] == page.items
    assert PAGE == case.written(page)
