"""What several samples hold is written once, and put together again it is the same."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from clientsmith.plan.shared_samples import SharedSamples

OWNER: dict[str, object] = {f"o{number}": number for number in range(6)}
REPOSITORY = {"owner": OWNER, **{f"r{number}": "x" for number in range(6)}}
OTHER = {**REPOSITORY, "r0": "y"}


def evaluated(shared: SharedSamples, sample: object) -> Any:
    """Read a sample as Python does, after the constants before it."""
    names: dict[str, Any] = {}
    for name, value in shared.constants:
        names[name] = eval(value, {}, names)  # noqa: S307 - made here
    return eval(shared.spell(sample), {}, names)  # noqa: S307 - made here


def test_what_two_samples_hold_has_the_name_of_its_key() -> None:
    """Inner objects come first, and stand by name in the outer ones."""
    sample = {"repository": REPOSITORY, "action": "opened"}
    shared = SharedSamples([("opened", sample), ("closed", {"repository": REPOSITORY})])

    assert ["OWNER", "REPOSITORY"] == [name for name, _ in shared.constants]
    assert '{"repository": REPOSITORY, "action": "opened"}' == shared.spell(sample)
    assert sample == evaluated(shared, sample)


def test_another_object_under_a_key_is_named_after_its_sample() -> None:
    """No number tells them apart."""
    samples = [
        *[("first", {"repository": REPOSITORY})] * 3,
        *[("issue opened", {"repository": OTHER})] * 2,
    ]
    names = [name for name, _ in SharedSamples(samples).constants]

    assert {"ISSUE_OPENED_REPOSITORY", "OWNER", "REPOSITORY"} == {*names}


def test_what_is_small_or_stands_once_has_no_name() -> None:
    """It reads best where it is."""
    small = {"n": 1}
    samples = [("a", {"x": REPOSITORY}), ("b", {"y": small}), ("c", {"y": small})]

    assert [] == SharedSamples(samples).constants


KEYS = st.sampled_from(["sender", "repository", "secret", "json", "class", "a-b", "1"])
VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.text(), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(KEYS, inner, max_size=7),
        st.dictionaries(KEYS, inner, min_size=6, max_size=7),
    ),
    max_leaves=30,
)


@given(st.lists(VALUES, min_size=1, max_size=4))
def test_a_sample_is_what_it_was(values: list[object]) -> None:
    """Whatever it holds, and however often."""
    samples: list[tuple[str, object]] = [("x", {"body": one}) for one in values * 2]
    shared = SharedSamples(samples)

    assert all(sample == evaluated(shared, sample) for _, sample in samples)
