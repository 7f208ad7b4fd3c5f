"""Generated clients play the scenarios that TypeSpec judges client generators by.

https://github.com/microsoft/typespec/tree/main/packages/http-specs
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from conformance.known_typespec import (
    KNOWN,
    KNOWN_IN,
    UNDESCRIBED,
    UNDESCRIBED_BEFORE_3_2,
)
from conformance.typespec import (
    VERSIONS,
    documents,
    out_of_reach,
    scenarios_in,
    version_of,
)
from conformance.typespec_client import play
from conformance.typespec_server import Judges

pytestmark = pytest.mark.skipif(
    not documents(),
    reason="CLIENTSMITH_CONFORMANCE does not name the folder of scenarios",
)


@pytest.fixture(scope="session")
def judges() -> Iterator[Judges]:
    """Run a server for each version; it has seen nothing yet."""
    with ExitStack() as running:
        yield Judges(running)


@pytest.mark.parametrize("document", documents())
def test_a_client_passes_every_scenario(
    document: str, judges: Judges, tmp_path: Path
) -> None:
    """The server accepts each call; the client returns, or raises, what it answers."""
    version = version_of(document)
    judge = judges.of(version)
    known = (KNOWN | KNOWN_IN[version]).keys() & scenarios_in(document)

    failures = play(document, judge.address, tmp_path)

    assert {} == {name: why for name, why in failures.items() if name not in known}
    assert known == failures.keys(), "what passes now is no longer known"
    assert scenarios_in(document) - known <= judge.passed()


@pytest.mark.parametrize("version", VERSIONS)
def test_every_other_scenario_is_known(version: str) -> None:
    """What no document describes is listed with the reason."""
    others = UNDESCRIBED | ({} if version == "3.2.0" else UNDESCRIBED_BEFORE_3_2)

    assert out_of_reach(version) == others.keys()
