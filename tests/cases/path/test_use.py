"""Paths are filled with values that cannot leave their place."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from cases.using import Case


def asked(case: Case, method: str, *arguments: Any, **params: Any) -> str:
    """Call a method, and return what was asked."""
    getattr(case.client(status=204, answer=b"").jobs, method)(*arguments, **params)
    return str(case.request.url.raw_path.decode())


def test_the_operation_overrides_its_path(case: Case) -> None:
    """The others of the path are taken, too."""
    path = f"/base/jobs/{UUID(int=1)}?fields=a"

    assert path == asked(case, "get", UUID(int=1), fields="a")


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_value_that_leads_elsewhere_is_refused(case: Case, value: str) -> None:
    """Before anything is sent."""
    with pytest.raises(ValueError, match="is no value for"):
        asked(case, "get", value)


@pytest.mark.parametrize(
    ("method", "arguments", "path"),
    [
        ("get", ("a/../b?c#d%2e",), "/base/jobs/a%2F..%2Fb%3Fc%23d%252e"),
        ("get", ("{id}",), "/base/jobs/%7Bid%7D"),
        ("cancel", ("a:b",), "/base/jobs/a%3Ab:cancel"),
        ("compare", ("main", "é"), "/base/jobs/main...%C3%A9"),
    ],
)
def test_values_stay_in_their_place(
    case: Case, method: str, arguments: tuple[str, ...], path: str
) -> None:
    """Whatever they hold, and whatever stands beside them."""
    assert path == asked(case, method, *arguments)


def test_what_only_tells_paths_apart_is_not_sent(case: Case) -> None:
    """A fragment would swallow the query."""
    assert "/base/jobs/1?tail=5" == asked(case, "get_logs", "1", tail=5)


def test_a_path_may_have_a_query(case: Case) -> None:
    """More is added to it."""
    assert "/base/jobs/1?beta=true&tail=5" == asked(case, "get_beta", "1", tail=5)
