"""The calls of real packages, one a line, so that a change of a name is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.ir import Operation
from corpus.descriptions import Described, chosen
from golden.differences import differences

pytestmark = pytest.mark.skipif(
    not chosen(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)

READ = frozenset(
    {
        "box",
        "digitalocean",
        "github-rest",
        "letta",
        "meilisearch",
        "openai",
        "qdrant",
        "resend",
        "stripe",
        "twilio-api-v2010",
        "vercel",
    }
)
"""Descriptions whose calls somebody has read from the first to the last."""
_FOLDER = Path(__file__).parent / "calls"


def test_calls_are_named_as_somebody_has_read_them(
    described: Described, request: pytest.FixtureRequest
) -> None:
    """`--bless` accepts other names; the difference is for whoever reviews it."""
    if described.slug not in READ:
        pytest.skip("nobody has read all of its names")
    lowered = described.run.compiled.lowered
    assert lowered is not None
    file = f"{described.slug}.txt"
    listed = "".join(f"{line}\n" for line in sorted(map(_line, lowered.api.operations)))
    if request.config.getoption("--bless", default=False):
        (_FOLDER / file).write_text(listed, "utf-8")

    expected = (_FOLDER / file).read_text("utf-8")

    assert not differences({file: expected}, {file: listed})


def test_every_list_of_calls_is_of_a_description_that_is_read() -> None:
    """None is left over that no test compares."""
    assert {path.stem for path in _FOLDER.iterdir()} == READ


def _line(operation: Operation) -> str:
    call = ".".join(name.snake for name in (*operation.resource, operation.name))
    return f"{operation.method} {operation.path} -> client.{call}"
