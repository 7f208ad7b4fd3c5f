"""Methods of real packages are called as somebody would call them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clientsmith.ir import name_of
from corpus.descriptions import Described, chosen
from corpus.names import measured, repeating

pytestmark = pytest.mark.skipif(
    not chosen(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)

REPEATING = {
    "asana": (1, "a `user task list` is no task"),
    "cohere": (1, "what `api` is the key of is not the resource `api`"),
    "directus": (27, "one and several are changed under the same words"),
    "github-rest": (4, "a package is owned, an issue assigned to"),
    "hetzner-cloud": (22, "actions of one thing and of all of them"),
    "linode": (3, "accounts have child accounts, regions the availability of one"),
    "okta-management": (3, "tokens and grants of applications and of others"),
    "openrouter": (4, "the document sets them, for another generator"),
    "ory": (1, "the sessions of an identity and all of them"),
    "prefect": (16, "one and several are read, the latter by `POST`"),
    "qdrant": (2, "points are got by `POST`, snapshots recovered from"),
    "stripe": (1, "the path says `set_reader_display`"),
}
"""How many methods say their resource again, and why they have to."""
_MANY = 2


def test_no_method_says_its_resource_again(
    described: Described,
    record_property: Callable[[str, object], None],
) -> None:
    """But where a shorter name would be that of another method."""
    lowered = described.run.compiled.lowered
    assert lowered is not None
    most, _ = REPEATING.get(described.slug, (0, ""))
    operations = lowered.api.operations
    record_property("names", (described.slug, str(measured(operations))))

    assert len(found := repeating(operations)) <= most, found


def test_no_method_is_called_by_its_whole_path(described: Described) -> None:
    """There is always something that people would say."""
    lowered = described.run.compiled.lowered
    assert lowered is not None

    assert [] == [
        one.path
        for one in lowered.api.operations
        if len(whole := name_of(one.path).snake.split("_")) > _MANY
        and one.name.snake.split("_")[-len(whole) :] == whole
    ]
