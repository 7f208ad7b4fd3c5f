"""The names of members: from values, from the document, from the lock."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.ir import EnumMember, Name, Scalar, name_of
from clientsmith.plan.casing import name_problem
from clientsmith.plan.enum_members import Known, member_names, spelling_of

VALUES = st.one_of(
    st.sampled_from(["a-b", "a_b", "A_B", "aB", "a b", "a.b", "a", "A", "+1", ""]),
    st.sampled_from(["class", "mro", "name", "_value_", "__init__", "1", "-1", "ß"]),
    st.text(max_size=5),
)
NEW = Known()
LISTS = st.lists(VALUES, unique=True, min_size=1, max_size=6)


def members(values: Sequence[Scalar], *names: str) -> tuple[EnumMember, ...]:
    """List members, the first of them with names of their own."""
    called = [*map(name_of, names), *[Name(())] * len(values)]
    return tuple(
        EnumMember(value, name=name)
        for value, name in zip(values, called, strict=False)
    )


def names(values: Sequence[Scalar], *told: str, known: Known = NEW) -> list[str]:
    """Name members in their order."""
    found, _ = member_names(members(values, *told), known)
    return [found[str(value)] for value in values]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["open", "in-progress"], ["OPEN", "IN_PROGRESS"]),
        (["a-b", "a_b"], ["A_MINUS_B", "A_B"]),
        (["A_B", "a_b", "C_D"], ["A_B", "A_UNDERSCORE_B", "C_D"]),
        ([1, -1, 0], ["N1", "MINUS_1", "N0"]),
        (["+1", "-1", ""], ["PLUS_1", "MINUS_1", "EMPTY"]),
        (["class", "mro", "value"], ["CLASS", "MRO", "VALUE"]),
        (["charge.failed", "charge failed"], ["CHARGE_FAILED", "CHARGE_SPACE_FAILED"]),
    ],
)
def test_values_name_their_members(values: list[Scalar], expected: list[str]) -> None:
    """One that is spelled as most of them are has the plain name."""
    assert expected == names(values)


def test_the_document_names_members() -> None:
    """In the casing of constants; a name that is given twice is nobody's."""
    assert ["UPPER_SHELF", "N2", "N3"] == names([1, 2, 3], "upperShelf", "Low", "low")
    assert ["B", "B_LOWER"] == names(["a", "b"], "B")


def test_a_list_that_was_published_by_its_values_stays_so() -> None:
    """Names that the document gives later would rename what is in use."""
    _, known = member_names(members(["open", "in-progress"]))

    assert Known("kebab_case") == known
    assert ["OPEN", "IN_PROGRESS", "IN_UNDERSCORE_PROGRESS"] == names(
        ["open", "in-progress", "in_progress"], "Opened", "Started", known=known
    )


def test_a_list_that_was_published_by_names_stays_so() -> None:
    """Also where the document gives others, or none."""
    _, known = member_names(members([1, 2], "Upper", "Lower"))

    assert Known(names={"1": "UPPER", "2": "LOWER"}) == known
    assert ["UPPER", "LOWER", "N3"] == names([1, 2, 3], known=known)
    assert ["UPPER", "LOWER", "MID"] == names([1, 2, 3], "A", "B", "Mid", known=known)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["a"], "snake_case"),
        (["A_B", "C"], "UPPER_CASE"),
        (["a-b", "c"], "kebab_case"),
        (["a.b", "c_d", "e.f"], "dotted"),
        (["a b", "c"], "spaced"),
        (["OpenAi", "Other"], "PascalCase"),
        ([""], "snake_case"),
    ],
)
def test_a_spelling_is_that_of_most_values(values: list[str], expected: str) -> None:
    """Of as many, the more common one."""
    assert expected == spelling_of(values)


@given(LISTS, st.lists(VALUES, max_size=3))
def test_every_member_has_a_name_of_its_own(values: list[str], told: list[str]) -> None:
    """One that an enumeration of Python takes."""
    found = names(values, *told)

    assert len(values) == len({*found})
    assert [None] * len(found) == [name_problem(name, "member") for name in found]


@given(LISTS, st.lists(VALUES, max_size=3), LISTS, st.lists(VALUES, max_size=3))
def test_with_a_lock_no_member_is_renamed(
    values: list[str], told: list[str], more: list[str], retold: list[str]
) -> None:
    """Whatever values and names come and go."""
    before, known = member_names(members(values, *told))
    everything = members([*dict.fromkeys([*more, *values])], *retold)
    after, later = member_names(everything, known)
    again, _ = member_names(members(values, *told), later)

    assert before == {text: after[text] for text in before}
    assert before == again


@given(LISTS)
def test_the_order_of_values_names_nothing(values: list[str]) -> None:
    """Neither does it without a lock."""
    forwards, _ = member_names(members(values))
    backwards, _ = member_names(members(values[::-1]))

    assert forwards == backwards
