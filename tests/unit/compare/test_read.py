"""Reasons say what code that reads an answer has to do about it."""

from __future__ import annotations

import pytest

from clientsmith.compare.fitting import Fitting, Names
from clientsmith.compare.read import judge_read
from clientsmith.surface import Generic, Named, Type

FITTING = Fitting(Names({}), Names({}), is_read=True)
FLOW = Named("models.Flow")
PAGE = Named("models.Page")
PAGES = Generic("Pages", (FLOW, PAGE))
LIST = Generic("list", (FLOW,))
LOST = "it no longer walks through pages: code gets one, and asks for more"
COME = "it walks through pages now, and code has read what a page holds"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (PAGES, LIST, LOST),
        (PAGES, PAGE, LOST),
        (LIST, PAGES, COME),
        (PAGE, PAGES, COME),
        (LIST, Generic("dict", (FLOW,)), "what is returned is read in another way"),
    ],
)
def test_pages_that_are_lost_or_come_are_said(old: Type, new: Type, why: str) -> None:
    """Whatever they are instead, and were."""
    assert why == judge_read(old, new, FITTING).why
