"""What is long is cut, and what has changed of it is seen all the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.reports.shortening import short, short_both

MANY = [f"Animal{at}" for at in range(20)]


def union(*names: str) -> str:
    """Write a type that is one of some classes."""
    return " | ".join(names)


def test_what_is_short_is_shown_as_it_is() -> None:
    """In one line."""
    assert ("str", "str | None") == short_both("str", "str |\n  None")


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        pytest.param(
            union(*MANY),
            union(*MANY[:9], "Cat", *MANY[9:]),
            (
                "… | Animal8 | Animal9 | Animal10 | …",
                "… | Animal8 | Cat | Animal9 | Animal10 | …",
            ),
            id="one more",
        ),
        pytest.param(
            union(*MANY, "Cat"),
            union(*MANY),
            ("… | Animal18 | Animal19 | Cat", "… | Animal18 | Animal19"),
            id="the last is gone",
        ),
        pytest.param(
            union("Cat", *MANY),
            union("Dog", *MANY),
            ("Cat | Animal0 | …", "Dog | Animal0 | …"),
            id="the first is another",
        ),
        pytest.param(
            "str",
            union(*MANY),
            ("str", f"{union(*MANY)[:71]}…"),
            id="all of it is new",
        ),
    ],
)
def test_what_is_different_is_seen(
    before: str, after: str, shown: tuple[str, str]
) -> None:
    """With what is beside it, and marks for what is left out."""
    assert shown == short_both(before, after)


@given(st.lists(st.sampled_from("abcd"), max_size=60), st.data())
def test_two_texts_are_never_shown_as_one(
    names: list[str], data: st.DataObject
) -> None:
    """Wherever they differ, and however long they are."""
    at = data.draw(st.integers(0, len(names)))
    before, after = union(*names), union(*names[:at], "Other", *names[at:])
    first, last = short_both(before, after)

    assert first != last
    assert "Other" in last
    assert max(len(first), len(last)) <= 72 * 2


def test_one_text_is_cut_at_its_end() -> None:
    """As what is added or removed is."""
    assert f"{'a' * 71}…" == short("a" * 73)
