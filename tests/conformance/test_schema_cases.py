"""What JSON-Schema-Test-Suite calls valid is never refused and never changed.

Strict validation refuses what it calls invalid; the share of that is printed, keyword
by keyword, at the end of the run.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conformance.known_schema_cases import KNOWN, UNCHECKED
from conformance.schema_cases import cases, judge

pytestmark = pytest.mark.skipif(
    not cases(),
    reason="CLIENTSMITH_CONFORMANCE does not name the folder of cases",
)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["group"])
def test_what_is_valid_is_read_and_written_back(
    case: dict[str, Any],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """In strict and in lenient mode, no digit is lost, and the rest is refused."""
    verdict = judge(case, tmp_path)
    record_property("refused", (case["keyword"], verdict.refused, verdict.invalid))

    if case["group"] in KNOWN:
        assert verdict.failures, "this passes now: remove it from KNOWN"
    else:
        assert [] == verdict.failures
    if case["group"] in UNCHECKED:
        assert verdict.refused < verdict.invalid, "remove it from UNCHECKED"
    else:
        assert verdict.refused == verdict.invalid


def test_only_cases_that_exist_are_known() -> None:
    """The list of exceptions does not outlive what it lists."""
    exceptions = KNOWN.keys() | UNCHECKED.keys()

    assert set() == exceptions - {case["group"] for case in cases()}
