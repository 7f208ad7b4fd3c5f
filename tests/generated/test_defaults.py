"""What holds where nothing is said is told to people, as it is."""

from __future__ import annotations

from pathlib import Path

import fastrouter
import pytest
from fastrouter import RetryPolicy
from fastrouter._runtime import options, plain, redirects, sse

GUIDE = Path(__file__).parents[2] / "docs" / "clients.md"
README = Path(__file__).parents[2] / "generated" / "fastrouter" / "README.md"


def test_the_docstring_of_a_client_names_its_defaults() -> None:
    """`help(Client)` is where people look."""
    said = " ".join((fastrouter.Client.__doc__ or "").split())
    policy = RetryPolicy()

    assert f"{options.DEFAULT_TIMEOUT:.0f} seconds of silence" in said
    assert f"up to {policy.max_retries} times, after about {policy.initial_delay}" in (
        said
    )
    assert f"{sse.MAX_EVENT_BYTES // 2**20} MiB (`max_event_bytes`)" in said
    assert f"Up to {plain.MOST_CONNECTIONS} connections" in said
    assert f"{plain.MOST_IDLE} of them kept for {plain.IDLE_SECONDS:.0f} seconds" in said


@pytest.mark.parametrize("path", [GUIDE, README])
def test_so_do_the_guide_and_the_readme(path: Path) -> None:
    """In the words of people."""
    said = path.read_text("utf-8")

    assert f"{options.DEFAULT_TIMEOUT:.0f} seconds of silence" in said
    assert f"up to {RetryPolicy().max_retries} " in said


def test_the_guide_names_the_policy_and_the_bounds() -> None:
    """A policy as it would be written."""
    said = GUIDE.read_text("utf-8")
    policy = RetryPolicy()
    numbers = ("max_retries", "initial_delay", "max_delay", "max_retry_after")
    written = ", ".join(f"{name}={getattr(policy, name)}" for name in numbers)

    assert f"`RetryPolicy({written})`" in said
    assert f"up to {redirects.MOST} in a row" in said
    assert f"{sse.MAX_EVENT_BYTES // 2**20} MiB" in said
    assert (
        f"up to {plain.MOST_CONNECTIONS}, of which {plain.MOST_IDLE} are kept when they "
        f"are idle, for {plain.IDLE_SECONDS:.0f} seconds" in said
    )
