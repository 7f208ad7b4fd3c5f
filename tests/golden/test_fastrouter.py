"""The client that this repository generates for itself is up to date."""

from __future__ import annotations

import pytest

from clientsmith.config import Config, Target, read_config
from clientsmith.inputs import read_sources
from clientsmith.targets import check_target, prepare
from golden.packages import REPOSITORY, shown


@pytest.fixture(scope="module")
def target() -> Target:
    """Read the target of `clientsmith.toml`."""
    config = read_config(REPOSITORY / "clientsmith.toml").value

    assert isinstance(config, Config)
    return config.targets[0]


def test_the_committed_client_is_what_is_generated_now(target: Target) -> None:
    """`clientsmith check` has nothing to say."""
    found = check_target(target).drift

    assert found is not None
    assert "" == "".join(difference.diff for difference in found.differences)


def test_the_overlay_leaves_nothing_to_say(target: Target) -> None:
    """With it, everything in the page is typed."""
    run = prepare(target, read_sources(target))

    assert "" == shown(run)


def test_without_the_overlay_there_is_one_hint() -> None:
    """That only prose says that it streams, and how to type the events."""
    spec = "spec/fastrouter/chat-completions.md"
    target = Target(
        name="fastrouter",
        input=spec,
        out=REPOSITORY / "generated/fastrouter",
        package="fastrouter",
        folder=REPOSITORY,
    )
    run = prepare(target, read_sources(target))
    lines = shown(run).splitlines()
    start = f"{spec}:8:3754: hint[stream-untyped]: only prose says that this streams"

    assert lines[0].startswith(start)
    assert "1 hint" == lines[-1]
