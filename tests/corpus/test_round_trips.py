"""The examples of real descriptions are read strictly and come back unchanged.

What became of them is printed, description by description, at the end of the run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clientsmith.load import Source
from corpus.known_round_trips import KNOWN, kind_of
from corpus.round_trips import round_trips
from corpus.test_descriptions import CORPUS, described

pytestmark = pytest.mark.skipif(
    not described(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)


@pytest.mark.parametrize("entry", described(), ids=lambda entry: entry["slug"])
def test_every_valid_example_comes_back(
    entry: dict[str, Any],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """Absent stays absent, null stays null, and every digit stays."""
    source = Source(entry["file"], (CORPUS / entry["file"]).read_bytes())
    package = f"examples_{entry['slug'].replace('-', '_').replace('.', '_')}"
    found = round_trips(source, package, tmp_path)
    if found is None:
        pytest.skip("does not generate yet")
    record_property("round trips", (entry["slug"], str(found)))
    kinds = Counter(kind_of(each) for each in found.failures)
    unknown = [
        str(each)
        for each in found.failures
        if kind_of(each) not in KNOWN.get(entry["slug"], {})
    ]

    assert [] == unknown
    assert KNOWN.get(entry["slug"], {}) == kinds
