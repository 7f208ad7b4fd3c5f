"""A required property has no default, one that is not required may be left out."""

from __future__ import annotations

import pytest

from cases.using import Case

PROFILE = {"name": "ada", "nickname": None, "website": "none", "undeclared": 1}


def test_absent_is_not_null(case: Case) -> None:
    """Both are None to read, and each is written as it came."""
    profile = case.client(PROFILE).profiles.create(**_given())
    other = case.client({**PROFILE, "phone": None}).profiles.create(**_given())

    assert profile.phone is None
    assert other.phone is None
    assert PROFILE == case.written(profile)
    assert {**PROFILE, "phone": None} == case.written(other)


def test_a_missing_argument_is_named(case: Case) -> None:
    """Before anything is sent."""
    with pytest.raises(TypeError, match="nickname"):
        case.client(PROFILE).profiles.create(name="ada", website="none")


def test_none_leaves_out_what_cannot_be_null(case: Case) -> None:
    """Where the API has a null, None is that."""
    case.client(PROFILE).profiles.create(**_given(), bio=None, phone=None)

    assert {**_given(), "phone": None} == case.sent


@pytest.mark.parametrize("missing", ["name", "nickname", "website", "undeclared"])
def test_an_answer_without_it_is_refused(case: Case, missing: str) -> None:
    """In strict validation, declared or not; the default one goes on without it."""
    answer = {key: value for key, value in PROFILE.items() if key != missing}
    profile = case.client(answer, validation="lenient").profiles.create(**_given())

    assert answer == case.written(profile)
    assert case.refuses(lambda client: client.profiles.create(**_given()), answer)


def _given() -> dict[str, object]:
    return {"name": "ada", "nickname": None, "website": "none"}
