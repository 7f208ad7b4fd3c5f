"""The examples of real descriptions are read strictly and come back unchanged.

What became of them is printed, description by description, at the end of the run.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.descriptions import Described, chosen
from corpus.known_refusals import REFUSED
from corpus.round_trips import round_trips

pytestmark = pytest.mark.skipif(
    not chosen(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)


def test_every_valid_example_comes_back(
    described: Described,
    record_property: Callable[[str, object], None],
) -> None:
    """Absent stays absent, null stays null, every digit stays, and others agree."""
    found = round_trips(described.subject, described.oracle)
    record_property("round trips", (described.slug, str(found)))

    assert [] == [str(each) for each in found.failures]
    assert REFUSED.get(described.slug, set()) == {*found.refused}
